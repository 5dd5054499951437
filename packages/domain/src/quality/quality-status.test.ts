import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/plain-date.ts';
import { canDeclare } from './can-declare.ts';
import { eventRefusal } from './event-refusal.ts';
import { historyOf, type QualityFact } from './quality-history.ts';
import { qualityStatus } from './quality-status.ts';

const declared: QualityFact[] = [
  { kind: 'build', onDate: '2019-01-10' },
  { kind: 'apply', onDate: '2019-06-01' },
  { kind: 'internal-audit', onDate: '2019-10-15' },
  { kind: 'management-review', onDate: '2019-11-05' },
  { kind: 'effect-confirmed', onDate: '2019-11-20' },
  { kind: 'declare', onDate: '2019-12-02' },
];
const met = (history: QualityFact[], asOf: string) =>
  qualityStatus(history, asOf)
    .reasons.filter((reason) => !reason.met)
    .map((reason) => reason.fact);

describe('qualityStatus', () => {
  it.each([
    ['2019-01-09', 'not-started', null],
    ['2019-01-10', 'building', '2019-01-10'],
    ['2019-06-01', 'applying', '2019-06-01'],
    ['2019-12-01', 'applying', '2019-06-01'],
    ['2019-12-02', 'declared-maintained', '2019-12-02'],
    ['2020-10-15', 'declared-maintained', '2019-12-02'],
    ['2020-10-16', 'declared-lapsed', '2020-10-16'],
  ])('on %s it is %s since %s', (asOf, status, since) => {
    expect(qualityStatus(declared, asOf)).toMatchObject({ status, since });
  });

  it('says why, with the facts and the day on which it will lapse', () => {
    const status = qualityStatus(declared, '2020-09-30');
    expect(status.lapsesOn).toBe('2020-10-16');
    expect(status.reasons.map(({ rule, met: ok, date, until }) => [rule, ok, date, until])).toEqual([
      ['declared', true, '2019-12-02', null],
      ['scope-current', true, null, null],
      ['audit-yearly', true, '2019-10-15', '2020-10-15'],
      ['review-yearly', true, '2019-11-05', '2020-11-05'],
    ]);
  });

  it('an audit and a review mend a lapse', () => {
    const audited: QualityFact[] = [...declared, { kind: 'internal-audit', onDate: '2020-12-20' }];
    expect(met(audited, '2020-12-20')).toEqual(['last-review']);
    const reviewed: QualityFact[] = [...audited, { kind: 'management-review', onDate: '2020-12-28' }];
    expect(qualityStatus(reviewed, '2020-12-31')).toMatchObject({
      status: 'declared-maintained',
      since: '2020-12-28',
      declaredOn: '2019-12-02',
    });
  });

  it.each([
    ['2020-10-16', '2019-12-02'],
    ['2020-10-17', '2020-10-17'],
  ])('an audit on %s keeps it maintained since %s', (auditedOn, since) => {
    const history: QualityFact[] = [
      ...declared,
      { kind: 'internal-audit', onDate: auditedOn },
      { kind: 'management-review', onDate: '2020-10-20' },
    ];
    expect(qualityStatus(history, '2020-12-01')).toMatchObject({ status: 'declared-maintained', since });
  });

  it('a changed scope lapses until it is declared again', () => {
    const changed: QualityFact[] = [...declared, { kind: 'scope-changed', onDate: '2020-03-01' }];
    expect(qualityStatus(changed, '2020-03-01')).toMatchObject({
      status: 'declared-lapsed',
      since: '2020-03-01',
    });
    const again: QualityFact[] = [...changed, { kind: 'redeclare', onDate: '2020-04-01' }];
    expect(qualityStatus(again, '2020-04-01')).toMatchObject({
      status: 'declared-maintained',
      since: '2020-04-01',
      declaredOn: '2019-12-02',
    });
  });

  it('a declaration without any audit or review has lapsed from its first day', () => {
    const bare: QualityFact[] = [{ kind: 'declare', onDate: '2020-01-01' }];
    expect(qualityStatus(bare, '2020-01-01')).toMatchObject({
      status: 'declared-lapsed',
      since: '2020-01-01',
    });
  });

  it('closes with its unit, unless the unit goes on', () => {
    expect(qualityStatus(declared, '2025-06-30', '2025-06-30').status).toBe('declared-lapsed');
    expect(qualityStatus(declared, '2025-07-01', '2025-06-30')).toMatchObject({
      status: 'closed',
      since: '2025-07-01',
      closeReason: 'reorganisation',
      declaredOn: null,
    });
    expect(qualityStatus(declared, '2025-07-01', null).status).toBe('declared-lapsed');
    expect(qualityStatus([], '2025-07-01', '2025-06-30').status).toBe('not-started');
  });

  it('a closed system may be started anew', () => {
    const closed: QualityFact[] = [...declared, { kind: 'close', onDate: '2020-05-01', reason: 'suspended' }];
    expect(qualityStatus(closed, '2020-05-01')).toMatchObject({ status: 'closed', closeReason: 'suspended' });
    const again: QualityFact[] = [...closed, { kind: 'build', onDate: '2021-01-01' }];
    expect(qualityStatus(again, '2021-01-01')).toMatchObject({ status: 'building', since: '2021-01-01' });
  });

  it('does not depend on the order in which the facts were recorded', () => {
    const facts: QualityFact[] = [
      ...declared,
      { kind: 'scope-changed', onDate: '2020-03-01' },
      { kind: 'redeclare', onDate: '2020-03-01' },
      { kind: 'internal-audit', onDate: '2020-08-01' },
      { kind: 'close', onDate: '2021-03-01', reason: 'withdrawn' },
    ];
    const day = fc.nat({ max: 900 }).map((days) => addDays('2019-01-01', days));
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), day, (shuffled, asOf) => {
        expect(qualityStatus(shuffled, asOf)).toEqual(qualityStatus(facts, asOf));
      }),
    );
  });

  it('the day named for the lapse is the first day of it', () => {
    const day = fc.nat({ max: 400 }).map((days) => addDays('2019-10-01', days));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 4 }), fc.array(day, { maxLength: 4 }), (audits, reviews) => {
        const history = declared.concat(
          audits.map((onDate) => ({ kind: 'internal-audit', onDate })),
          reviews.map((onDate) => ({ kind: 'management-review', onDate })),
        );
        const last = '2020-11-30';
        const now = qualityStatus(history, last);
        if (now.lapsesOn !== null) {
          expect(qualityStatus(history, addDays(now.lapsesOn, -1)).status).toBe('declared-maintained');
          expect(qualityStatus(history, now.lapsesOn)).toMatchObject({
            status: 'declared-lapsed',
            since: now.lapsesOn,
          });
        }
        if (now.since === null) return;
        expect(qualityStatus(history, now.since).status).toBe(now.status);
        if (now.status === 'declared-maintained')
          expect(qualityStatus(history, addDays(now.since, -1)).status).not.toBe(now.status);
      }),
    );
  });
});

describe('historyOf', () => {
  it('gathers the facts of one system from its records', () => {
    const history = historyOf(
      { startedOn: '2019-01-10' },
      [
        { kind: 'apply', onDate: '2019-06-01', facts: {} },
        { kind: 'close', onDate: '2020-05-01', facts: { reason: 'suspended' } },
      ],
      [{ auditedOn: '2019-10-15' }],
      [{ heldOn: '2019-11-05' }],
    );
    expect(qualityStatus(history, '2019-03-01').status).toBe('building');
    expect(canDeclare(history, 0, '2019-11-05')).toEqual(['quality.effect-missing']);
    expect(qualityStatus(history, '2020-05-01').closeReason).toBe('suspended');
  });
});

describe('canDeclare', () => {
  it('needs an audit and a review since the system is in use, no open major, and the head’s confirmation', () => {
    expect(canDeclare(declared, 0, '2019-05-31')).toEqual(['quality.not-applied']);
    expect(canDeclare(declared, 0, '2019-06-01')).toEqual([
      'quality.audit-missing',
      'quality.review-missing',
      'quality.effect-missing',
    ]);
    expect(canDeclare(declared, 0, '2019-10-15')).toEqual([
      'quality.review-missing',
      'quality.effect-missing',
    ]);
    expect(canDeclare(declared, 0, '2019-11-05')).toEqual(['quality.effect-missing']);
    expect(canDeclare(declared, 1, '2019-11-20')).toEqual(['quality.major-open']);
    expect(canDeclare(declared, 0, '2019-11-20')).toEqual([]);
  });

  it('what was audited before the system was in use does not count', () => {
    const early: QualityFact[] = [
      { kind: 'internal-audit', onDate: '2019-05-01' },
      { kind: 'management-review', onDate: '2019-05-02' },
      { kind: 'apply', onDate: '2019-06-01' },
    ];
    expect(canDeclare(early, 0, '2019-07-01')).toHaveLength(3);
  });

  it('asks for no new confirmation when what was declared is declared again', () => {
    const before = declared.filter(({ kind }) => kind !== 'effect-confirmed');
    expect(canDeclare(before, 0, '2020-01-01')).toEqual([]);
  });
});

describe('eventRefusal', () => {
  it.each([
    ['build', '2019-02-01', 'quality.step-done'],
    ['apply', '2019-02-01', undefined],
    ['redeclare', '2019-07-01', 'quality.not-declared'],
    ['declare', '2020-01-01', 'quality.step-done'],
    ['scope-changed', '2020-01-01', undefined],
    ['effect-confirmed', '2019-05-01', 'quality.not-applied'],
    ['effect-confirmed', '2019-07-01', 'quality.audit-missing'],
    ['effect-confirmed', '2019-10-20', 'quality.review-missing'],
    ['effect-confirmed', '2019-11-05', undefined],
    ['effect-confirmed', '2019-11-25', 'quality.step-done'],
    ['effect-confirmed', '2020-01-01', 'quality.step-done'],
    ['notified', '2019-12-01', 'quality.not-declared'],
    ['notified', '2019-12-05', undefined],
    ['published', '2019-12-05', undefined],
    ['close', '2018-01-01', 'quality.nothing-to-close'],
    ['close', '2020-01-01', undefined],
  ] as const)('%s on %s: %s', (kind, onDate, refusal) => {
    expect(eventRefusal(declared, kind, onDate)).toBe(refusal);
  });
});
