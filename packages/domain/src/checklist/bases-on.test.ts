import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { basesOn } from './bases-on.ts';
import { builtInLegalBases } from './built-in/legal-bases/legal-bases.ts';
import { inForce } from './in-force.ts';
import type { LegalBasis } from './legal-basis.ts';

const on = (day: string, ...ids: string[]) => basesOn(ids, builtInLegalBases, day).map(({ id }) => id);

describe('the provisions of a line', () => {
  it('are those in force on the day of the visit', () => {
    expect(on('2026-06-30', 'luat-tiep-cong-dan-2026', 'nd-154-2026')).toEqual([
      'luat-tiep-cong-dan',
      'nd-64-2014',
    ]);
    expect(on('2026-07-01', 'luat-tiep-cong-dan', 'nd-154-2026')).toEqual([
      'luat-tiep-cong-dan-2026',
      'nd-154-2026',
    ]);
  });

  it('of civil servants and public employees are each their own, and one decree before that', () => {
    const cited = ['nd-172-2025', 'nd-234-2026-8-3'];
    expect(on('2024-05-06', ...cited)).toEqual(['nd-112-2020']);
    expect(on('2026-03-02', ...cited)).toEqual(['nd-172-2025', 'nd-112-2020']);
    expect(on('2026-11-18', ...cited)).toEqual(cited);
  });

  it('that a line of 2018 names lead to what holds now', () => {
    expect(on('2025-06-30', 'tt-01-2018')).toEqual(['tt-01-2018']);
    expect(on('2026-11-18', 'tt-01-2018')).toEqual(['nd-118-2025-28']);
  });

  it('are none where nothing was in force, and none that is unknown', () => {
    expect(on('2001-01-01', 'nd-154-2026', 'khong-co')).toEqual([]);
  });

  it('of a text that was split are all that came in its place, and of merged ones all that were there', () => {
    expect(on('2026-11-18', 'nd-112-2020')).toEqual(['nd-172-2025', 'nd-234-2026-8-3', 'nd-234-2026-8-4']);
    expect(on('2026-11-18', 'nd-90-2020')).toEqual(['nd-335-2025', 'nd-233-2026']);
    const merged = [text('a', 1, 5, ['c']), text('b', 2, 5, ['c']), text('c', 5)];
    expect(held(['c'], merged, 4)).toEqual(['a', 'b']);
  });

  it('do not turn back over a gap to what merely leads to the same text', () => {
    const known = [text('a', 1, 3, ['c']), text('b', 1, 9, ['c']), text('c', 7)];
    expect(held(['a'], known, 5)).toEqual([]);
  });
});

const day = (month: number) => `2026-${String(month).padStart(2, '0')}-01`;

function text(id: string, from: number, until?: number, replacedBy: string[] = []): LegalBasis {
  return {
    ...{ id, title: id, titleEn: id, number: null, article: null, source: id, mark: 'M', replacedBy },
    ...{ effectiveFrom: day(from), effectiveUntil: until === undefined ? null : day(until) },
  };
}

const held = (ids: string[], known: readonly LegalBasis[], month: number) =>
  basesOn(ids, known, day(month)).map(({ id }) => id);

const names = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Any texts that lead to one another in any way, in circles too. */
const law = fc.tuple(
  ...names.map((id) =>
    fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.option(fc.integer({ min: 1, max: 4 })), fc.subarray(names))
      .map(([from, months, later]) =>
        months === null ? text(id, from) : text(id, from, from + months, later),
      ),
  ),
);
const anyDay = fc.integer({ min: 1, max: 12 });

/** Every text to which those come by one way alone, in force or not. */
function reached(first: LegalBasis, known: readonly LegalBasis[], back: boolean): Set<LegalBasis> {
  const seen = new Set([first]);
  for (const at of seen)
    for (const other of known)
      if (back ? other.replacedBy?.includes(at.id) : at.replacedBy?.includes(other.id)) seen.add(other);
  return seen;
}

describe('in any law', () => {
  it('what is found is in force on the day, whatever circle the texts make', () => {
    fc.assert(
      fc.property(law, fc.subarray(names), anyDay, (known, ids, month) => {
        for (const basis of basesOn(ids, known, day(month))) expect(inForce(basis, day(month))).toBe(true);
      }),
    );
  });

  it('the way is that of the text which is named, and never turns', () => {
    fc.assert(
      fc.property(law, fc.constantFrom(...names), anyDay, (known, id, month) => {
        const named = known.find((basis) => basis.id === id);
        if (named === undefined) return;
        const kin = reached(named, known, day(month) < named.effectiveFrom);
        for (const basis of basesOn([id], known, day(month))) expect(kin).toContain(basis);
      }),
    );
  });

  it('nothing in force is lost that the text which is named gave way to', () => {
    fc.assert(
      fc.property(law, fc.constantFrom(...names), anyDay, (known, id, month) => {
        const named = known.find((basis) => basis.id === id);
        if (named === undefined || day(month) < named.effectiveFrom || inForce(named, day(month))) return;
        const next = known.filter((other) => named.replacedBy?.includes(other.id));
        const holding = basesOn([id], known, day(month));
        for (const basis of next) if (inForce(basis, day(month))) expect(holding).toContain(basis);
      }),
    );
  });
});
