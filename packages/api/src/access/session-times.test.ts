import { describe, expect, it } from 'vitest';
import { changedByUse, isOver, mustBeAsked, nextEnd } from './session-times.ts';

const at = (iso: string) => new Date(`2026-11-${iso}:00Z`);
const now = at('23T08:00');
const times = {
  createdAt: at('23T02:00'),
  lastUsedAt: at('23T07:50'),
  expiresAt: at('23T19:00'),
  endsAt: at('24T02:00'),
};

describe('a session', () => {
  it('is over when idle too long, when its day is over, and when a clock from the future made it', () => {
    expect(isOver(times, now)).toBe(false);
    expect(isOver({ ...times, expiresAt: now }, now)).toBe(true);
    expect(isOver({ ...times, endsAt: now }, now)).toBe(true);
    expect(isOver({ ...times, createdAt: at('23T08:09') }, now)).toBe(false);
    expect(isOver({ ...times, createdAt: at('23T08:11') }, now)).toBe(true);
  });

  it('is looked at again in the second half of its time, and when it lasts longer than any', () => {
    expect(mustBeAsked(at('23T14:01'), now)).toBe(false);
    expect(mustBeAsked(at('23T14:00'), now)).toBe(true);
    expect(mustBeAsked(at('23T20:10'), now)).toBe(false);
    expect(mustBeAsked(at('23T20:11'), now)).toBe(true);
  });

  it('lasts twelve hours from its use, and never beyond its end', () => {
    expect(nextEnd({ endsAt: at('30T00:00') }, now)).toEqual(at('23T20:00'));
    expect(nextEnd({ endsAt: at('23T10:00') }, now)).toEqual(at('23T10:00'));
  });

  it('is written to only when something is to be known: prolonged, cut back, or used after a while', () => {
    expect(changedByUse(times, now)).toBeUndefined();
    expect(changedByUse({ ...times, lastUsedAt: at('23T07:40') }, now)).toEqual({
      lastUsedAt: now,
      expiresAt: times.expiresAt,
    });
    const late = { ...times, expiresAt: at('23T13:00') };
    expect(changedByUse(late, now)).toEqual({ lastUsedAt: now, expiresAt: at('23T20:00') });
    const ahead = { ...times, expiresAt: at('24T01:30') };
    expect(changedByUse(ahead, now)).toEqual({ lastUsedAt: now, expiresAt: at('23T20:00') });
    const ending = { ...times, expiresAt: at('23T10:00'), endsAt: at('23T10:00') };
    expect(changedByUse(ending, now)).toBeUndefined();
  });
});
