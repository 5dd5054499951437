import { describe, expect, it } from 'vitest';
import { nothingOpened, type Opened, openedNow } from './opened-now.ts';

const opened = (key: string | undefined, now: string | undefined) =>
  openedNow<string>(nothingOpened, key, now);
const done = (before: Opened<string>): Opened<string> => ({ ...before, isDone: true });

describe('what is opened on a page', () => {
  it('opens only while it may be done', () => {
    expect(opened('return', 'answer').last).toBe('answer');
    expect(opened('return', undefined).last).toBeUndefined();
    expect(opened(undefined, 'answer').last).toBeUndefined();
  });

  it('stays when a colleague has done it meanwhile, about what it was about', () => {
    const overtaken = openedNow(opened('return', 'answer'), 'return', undefined);
    expect(overtaken).toMatchObject({ now: undefined, last: 'answer' });
    expect(openedNow(overtaken, 'return', 'another').last).toBe('another');
  });

  it('goes when it is closed, and nothing of it is left for the next', () => {
    const overtaken = openedNow(opened('return', 'answer'), 'return', undefined);
    const closed = openedNow(overtaken, undefined, undefined);
    expect(closed.last).toBeUndefined();
    expect(openedNow(closed, 'return', undefined).last).toBeUndefined();
    expect(openedNow(overtaken, 'accept', undefined).last).toBeUndefined();
  });

  it('goes with what allowed it once it was done here, also where that changes first', () => {
    const changed = openedNow(done(opened('end', 'role')), 'end', 'role with an end');
    expect(changed.last).toBe('role with an end');
    const over = openedNow(changed, 'end', undefined);
    expect(over.last).toBeUndefined();
    expect(openedNow(over, 'end', 'role again').last).toBe('role again');
  });
});
