import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Checklist } from '../checklist.ts';
import { itemsOf } from '../items-of.ts';
import { inForce, LegalBasis } from '../legal-basis.ts';
import { builtInChecklists } from './checklists.ts';
import { builtInLegalBases } from './legal-bases.ts';

const bases = new Map(builtInLegalBases.map((basis) => [basis.id, basis]));

function codes(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
}

describe('built-in legal bases', () => {
  it('are valid, dated records with ids of their own', () => {
    for (const basis of builtInLegalBases) expect(z.parse(LegalBasis, basis), basis.id).toEqual(basis);
    expect(bases.size).toBe(builtInLegalBases.length);
  });

  it('are all referred to', () => {
    const used = new Set(builtInChecklists.flatMap(itemsOf).flatMap((item) => item.legalBasisIds));
    expect([...bases.keys()].filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('built-in checklists', () => {
  it.each([
    ['discipline', codes('D', 29)],
    ['one-stop', [...codes('M', 23), ...codes('E', 4)]],
    ['discipline-one-stop', [...codes('D', 29), ...codes('M', 23), ...codes('E', 4), ...codes('R', 2)]],
  ])('%s has its items in order', (code, expected) => {
    const checklist = builtInChecklists.find((candidate) => candidate.code === code);
    expect(checklist && itemsOf(checklist).map((item) => item.code)).toEqual(expected);
  });

  it.each(builtInChecklists.map((checklist) => [checklist.code, checklist] as const))(
    '%s is complete in both languages, with every legal basis in force on its first day',
    (_, checklist) => {
      expect(z.parse(Checklist, checklist)).toEqual(checklist);
      for (const item of itemsOf(checklist)) {
        const texts = [item.title, item.guidance, item.count?.label, item.count?.totalLabel];
        for (const text of texts) if (text) expect(text.vi, item.code).not.toBe(text.en);
        expect(item.guidance, item.code).not.toBeNull();
        expect(item.legalBasisIds.length, item.code).toBeGreaterThan(0);
        for (const id of item.legalBasisIds) {
          const basis = bases.get(id);
          expect(basis && inForce(basis, checklist.validFrom), `${item.code} ${id}`).toBe(true);
        }
      }
    },
  );

  it('the whole one has 58 unique codes in seven groups', () => {
    const whole = builtInChecklists.find((checklist) => checklist.code === 'discipline-one-stop');
    expect(new Set(whole && itemsOf(whole).map((item) => item.code)).size).toBe(58);
    expect(whole?.sections.map((section) => section.items.length)).toEqual([9, 8, 12, 9, 14, 4, 2]);
  });
});
