import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { RecordLegalBasis } from '@kycuong/domain/checklist/record-legal-basis.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { getChecklist } from './get-checklist.ts';
import { listChecklists } from './list-checklists.ts';
import { listLegalBases } from './list-legal-bases.ts';
import { recordLegalBasis } from './record-legal-basis.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

const decree: RecordLegalBasis = {
  id: 'nd-900-2026',
  title: 'Nghị định 900/2026/NĐ-CP về tiếp công dân',
  titleEn: 'Decree 900/2026/NĐ-CP on the reception of citizens',
  number: '900/2026/NĐ-CP',
  article: 'Điều 3',
  effectiveFrom: '2026-11-01',
  source: 'Công báo',
  mark: 'V',
};
const basisOf = async (id: string) =>
  (await house.ask('office', listLegalBases, {})).find((basis) => basis.id === id);
async function ended(): Promise<RecordLegalBasis> {
  const { version: seen, ...row } = (await basisOf('nd-154-2026')) ?? { version: '', ...decree };
  return { ...row, effectiveUntil: '2026-11-01', replacedBy: [decree.id], seen };
}

describe('recording a legal basis', () => {
  it('is for the administrator and the programme office', async () => {
    for (const person of ['quality', 'headCoLe', 'inspector'] as const)
      await expect(house.run(person, recordLegalBasis, decree)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('wants an end after the beginning, and an end where something replaces it', async () => {
    for (const [change, field] of [
      [{ title: '' }, 'title'],
      [{ effectiveUntil: '2026-10-01' }, 'effectiveUntil'],
      [{ replacedBy: ['nd-154-2026'] }, 'effectiveUntil'],
      [{ effectiveUntil: '2027-01-01', replacedBy: [decree.id] }, 'replacedBy'],
    ] as const)
      await expect(
        house.run('office', recordLegalBasis, {
          ...decree,
          ...change,
          replacedBy: [...(change.replacedBy ?? [])],
        }),
      ).rejects.toMatchObject({ issues: [{ field }] });
    await expect(house.run('office', recordLegalBasis, await ended())).rejects.toMatchObject({
      key: 'finding.legal-basis-unknown',
      details: { field: 'replacedBy', legalBasisId: decree.id },
    });
  });

  it('keeps the words that findings cite, and what was seen is what is written over', async () => {
    const change = await ended();
    for (const [field, word] of [
      ['title', 'Nghị định khác'],
      ['number', '1/2026/NĐ-CP'],
      ['number', null],
    ] as const)
      await expect(
        house.run('office', recordLegalBasis, { ...change, replacedBy: [], [field]: word }),
      ).rejects.toMatchObject({ key: 'checklist.basis-words-kept', details: { field } });
    await expect(
      house.run('office', recordLegalBasis, { ...change, replacedBy: [], seen: null }),
    ).rejects.toMatchObject({ key: 'record.changed-since' });
  });

  it('moves the lines that name a text to what replaces it, from the day on which it ends', async () => {
    const id = uuidV7();
    const receipt = await house.send('office', recordLegalBasis, decree, id);
    expect(await house.send('office', recordLegalBasis, decree, id)).toBe(receipt);
    expect(
      await house.lookAsSystem((tx) => tx.select().from(trailEntry).where(eq(trailEntry.commandId, id))),
    ).toMatchObject([{ action: 'checklist.record-legal-basis', subjectId: decree.id }]);
    const versions = await house.ask('office', listChecklists, {});
    const versionId = versions.find(({ code }) => code === 'discipline')?.versionId ?? '';
    const holding = async () => (await house.ask('office', getChecklist, { versionId })).holding.D27;
    expect(await holding()).toEqual(['luat-tiep-cong-dan-2026', 'nd-154-2026']);
    await house.run('office', recordLegalBasis, await ended());
    expect(await holding()).toEqual(['luat-tiep-cong-dan-2026', decree.id]);
    // Written over by the province: it stays so when the server starts again.
    await loadBuiltIn(house.ground);
    expect(await basisOf('nd-154-2026')).toMatchObject({ replacedBy: [decree.id] });
  });
});
