import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { basesOn } from '../bases-on.ts';
import { basisName } from '../basis-name.ts';
import { Checklist } from '../checklist.ts';
import { inForce } from '../in-force.ts';
import { itemsOf } from '../items-of.ts';
import { LegalBasis } from '../legal-basis.ts';
import { builtInChecklists } from './checklists.ts';
import { builtInLegalBases } from './legal-bases/legal-bases.ts';

const bases = new Map(builtInLegalBases.map((basis) => [basis.id, basis]));

const contents = builtInChecklists.map(({ content }) => content);
const whole = contents.find(({ code }) => code === 'discipline-one-stop');
const wholeItems = whole ? itemsOf(whole) : [];

function codes(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
}

// M24 is kept free for joint procedures.
const oneStop = codes('M', 31).filter((code) => code !== 'M24');

describe('built-in legal bases', () => {
  it('are valid, dated records with ids of their own', () => {
    for (const basis of builtInLegalBases) expect(z.parse(LegalBasis, basis), basis.id).toEqual(basis);
    expect(bases.size).toBe(builtInLegalBases.length);
  });

  it('are all referred to, or stood before one that is', () => {
    const used = new Set(contents.flatMap(itemsOf).flatMap((item) => item.legalBasisIds));
    const stray = builtInLegalBases.filter(
      ({ id, replacedBy = [] }) => !used.has(id) && !replacedBy.some((later) => used.has(later)),
    );
    expect(stray.map(({ id }) => id)).toEqual([]);
  });

  it('that have ended say what holds in their place from that day on, or earlier', () => {
    for (const { id, effectiveUntil, replacedBy = [] } of builtInLegalBases) {
      expect(replacedBy.length > 0, id).toBe(Boolean(effectiveUntil));
      for (const later of replacedBy) {
        const successor = bases.get(later);
        expect(successor && inForce(successor, effectiveUntil ?? ''), `${id} ${later}`).toBe(true);
      }
    }
  });

  it.each([
    ['D14', 'nd-172-2025'],
    ['D19', 'nd-172-2025'],
    ['D24', 'nd-172-2025'],
    ['D29', 'nd-335-2025'],
    ['D15', 'nd-244-2026'],
    ['R03', 'nd-30-2020-5'],
  ])('%s rests on %s', (code, id) => {
    expect(wholeItems.find((item) => item.code === code)?.legalBasisIds).toContain(id);
  });

  it.each([
    ['nd-63-2010-15', '2017-09-25', 'V'],
    ['nd-63-2010-17', '2017-09-25', 'V'],
    ['nd-31-2019', '2019-05-28', 'V'],
    ['luat-cbcc-2025', '2025-07-01', 'M'],
    ['qd-766-2022', '2022-06-23', 'M'],
    ['nq-76-2021', '2021-07-15', 'M'],
    ['nd-244-2026', '2026-07-01', 'M'],
  ])('%s holds in its wording from %s, and is marked %s for what was read', (id, effectiveFrom, mark) => {
    expect(bases.get(id)).toMatchObject({ effectiveFrom, mark });
  });

  it('cite a provision in the decree that holds it, as it stood on the day', () => {
    const rests = (code: string, day: string) =>
      basesOn(wholeItems.find((item) => item.code === code)?.legalBasisIds ?? [], builtInLegalBases, day).map(
        (basis) => basisName(basis, 'vi'),
      );
    const decree = 'Nghị định 124/2020/NĐ-CP quy định chi tiết Luật Khiếu nại';
    expect(rests('D30', '2026-06-30')[1]).toBe(`${decree}, Điều 16 khoản 1`);
    expect(rests('D30', '2026-07-01')[1]).toBe(
      `${decree}, sửa đổi bởi Nghị định 155/2026/NĐ-CP, Điều 16 khoản 1`,
    );
    expect(rests('D28', '2026-06-30')[2]).toContain('31/2019/NĐ-CP');
  });

  it('name no law as unchanged that was amended before the visit', () => {
    const on = (day: string) =>
      basesOn(
        wholeItems.flatMap((item) => item.legalBasisIds),
        builtInLegalBases,
        day,
      ).map(({ id }) => id);
    expect(on('2026-11-18')).not.toContain('luat-tiep-cong-dan');
    expect(on('2026-11-18')).toEqual(
      expect.arrayContaining(['luat-tiep-cong-dan-2026', 'nd-154-2026', 'nd-155-2026-10', 'nd-156-2026']),
    );
  });
});

describe('built-in checklists', () => {
  it.each([
    ['discipline', codes('D', 30)],
    ['one-stop', [...oneStop, ...codes('E', 4)]],
    ['discipline-one-stop', [...codes('D', 30), ...oneStop, ...codes('E', 4), ...codes('R', 3)]],
  ])('%s has its items', (code, expected) => {
    const checklist = contents.find((candidate) => candidate.code === code);
    expect(
      checklist &&
        itemsOf(checklist)
          .map((item) => item.code)
          .toSorted(),
    ).toEqual(expected.toSorted());
  });

  it.each(contents.map((checklist) => [checklist.code, checklist] as const))(
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

  it('the whole one has 67 unique codes in seven groups', () => {
    expect(new Set(wholeItems.map((item) => item.code)).size).toBe(67);
    expect(whole?.sections.map((section) => section.items.length)).toEqual([9, 8, 13, 9, 21, 4, 3]);
  });

  it('what was split off a line stands right behind it, and each counts one thing', () => {
    const order = wholeItems.map(({ code }) => code).join(' ');
    for (const run of ['D28 D30', 'M15 M25 M26 M27', 'M20 M28 M29 M21 M30 M31', 'R01 R02 R03'])
      expect(order).toContain(run);
    for (const code of ['M15', 'M20', 'M21', 'M25', 'M26', 'M27', 'M28', 'M29', 'M30', 'M31', 'R01', 'R03'])
      expect(wholeItems.find((item) => item.code === code)?.count, code).not.toBeNull();
  });
});
