import { describe, expect, it } from 'vitest';
import { eventRefusal } from './event-refusal.ts';
import { type QualityFact, qualityLife } from './quality-history.ts';
import { qualityStatus } from './quality-status.ts';

const told: QualityFact[] = [
  { kind: 'posted', onDate: '2020-01-09' },
  { kind: 'notified', onDate: '2020-01-08' },
  { kind: 'apply', onDate: '2019-06-01' },
  { kind: 'internal-audit', onDate: '2019-10-15' },
  { kind: 'management-review', onDate: '2019-11-05' },
  { kind: 'declare', onDate: '2020-01-06' },
];
const again: QualityFact[] = [
  ...told,
  { kind: 'scope-changed', onDate: '2020-05-04' },
  { kind: 'redeclare', onDate: '2020-06-01' },
];

describe('the duties of a declaration', () => {
  it('are dated facts of it', () => {
    expect(qualityLife(told, '2020-01-08').duties).toEqual({ notified: '2020-01-08' });
    expect(qualityLife(told, '2020-02-01').duties).toEqual({ notified: '2020-01-08', posted: '2020-01-09' });
  });

  it('are owed anew after it is declared again', () => {
    expect(qualityLife(again, '2020-06-01').duties).toEqual({});
    expect(eventRefusal(told, 'notified', '2020-02-01')).toBe('quality.step-done');
    expect(eventRefusal(again, 'notified', '2020-06-01')).toBeUndefined();
  });

  it('may be done on the day of declaring, and change nothing about its being maintained', () => {
    const atOnce: QualityFact[] = [{ kind: 'notified', onDate: '2020-06-01' }, ...again];
    expect(qualityLife(atOnce, '2020-06-01').duties).toEqual({ notified: '2020-06-01' });
    expect(qualityStatus(atOnce, '2020-06-02')).toEqual(qualityStatus(again, '2020-06-02'));
  });

  it('do not bring back to life what was closed', () => {
    const closed: QualityFact[] = [
      ...told,
      { kind: 'close', onDate: '2020-03-01' },
      { kind: 'published', onDate: '2020-04-01' },
    ];
    expect(qualityStatus(closed, '2020-05-01').status).toBe('closed');
    expect(eventRefusal(closed, 'published', '2020-04-01')).toBe('quality.not-declared');
  });
});
