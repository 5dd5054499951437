import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ClauseNo } from '../audit/record-internal-audit.ts';
import { clauses2015 } from './clauses-2015.ts';
import { builtInEditions, isEditionInForce, StandardEdition } from './standard-edition.ts';

describe('clauses of TCVN ISO 9001:2015', () => {
  const numbers = clauses2015.map((clause) => clause.no);

  it('are unique, under a parent, in both languages', () => {
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const clause of clauses2015) {
      expect(clause.parent === null || numbers.includes(clause.parent), clause.no).toBe(true);
      expect(clause.vi === null, clause.no).toBe(clause.en === null);
      expect(clause.vi, clause.no).not.toBe('');
      expect(z.safeParse(ClauseNo, clause.no).success, clause.no).toBe(true);
    }
  });

  it('have all 28 of the second level', () => {
    const second = numbers.filter((no) => no.split('.').length === 2);
    const perMain = ['4', '5', '6', '7', '8', '9', '10'].map(
      (main) => second.filter((no) => no.split('.')[0] === main).length,
    );
    expect(perMain).toEqual([4, 3, 3, 5, 7, 3, 3]);
  });
});

describe('clauses of the third level', () => {
  it('carry no title where the standard gives none', () => {
    expect(clauses2015.flatMap(({ no, vi }) => (vi === null ? [no] : []))).toEqual(
      ['6.1', '6.2', '8.7', '9.2', '10.2'].flatMap((no) => [`${no}.1`, `${no}.2`]),
    );
  });

  it('are there where findings on services are written, and marked as from memory', () => {
    const third = clauses2015.filter(({ no }) => /^8\.[234]\./.test(no));
    expect(third.map(({ no }) => no)).toEqual([
      ...[1, 2, 3, 4].map((part) => `8.2.${part}`),
      ...[1, 2, 3, 4, 5, 6].map((part) => `8.3.${part}`),
      ...[1, 2, 3].map((part) => `8.4.${part}`),
    ]);
    expect(third.every(({ mark }) => mark === 'M')).toBe(true);
  });
});

describe('editions', () => {
  it('coexist; one that is only announced cannot be chosen yet', () => {
    for (const edition of builtInEditions) expect(z.parse(StandardEdition, edition)).toEqual(edition);
    const on = (date: string) =>
      builtInEditions.filter((edition) => isEditionInForce(edition, date)).map((edition) => edition.id);
    expect(on('2012-01-01')).toEqual(['iso-9001-2008']);
    expect(on('2016-01-01')).toEqual(['iso-9001-2008', 'iso-9001-2015']);
    expect(on('2026-11-23')).toEqual(['iso-9001-2015']);
  });
});
