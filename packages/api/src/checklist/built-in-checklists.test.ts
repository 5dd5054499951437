import { checklistVersion, legalBasis } from '@kycuong/db/schema/checklist.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { roundChoices } from '../planning/round-choices.ts';
import { type House, openHouse } from '../testing/house.ts';
import { getChecklist } from './get-checklist.ts';
import { listChecklists } from './list-checklists.ts';
import { listLegalBases } from './list-legal-bases.ts';
import { loadChecklistsOnce } from './load-built-in-checklists.ts';
import { recordLegalBasis } from './record-legal-basis.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

describe('built-in checklists', () => {
  it('are published as version 2, the joint one with all 67 lines and their legal bases', async () => {
    const versions = await house.ask('inspector', listChecklists, {});
    const joint = versions.find(({ code }) => code === 'discipline-one-stop');
    expect(joint).toMatchObject({ number: 2, status: 'published', itemCount: 67 });
    const whole = await house.ask('inspector', getChecklist, { versionId: joint?.versionId ?? '' });
    const named = new Set(
      whole.content.sections.flatMap(({ items }) => items).flatMap((item) => item.legalBasisIds),
    );
    const known = new Set(whole.legalBases.map(({ id }) => id));
    expect([...named].filter((id) => !known.has(id))).toEqual([]);
  });

  it('are taken in once, by the system alone, and that is in the trail', async () => {
    await loadBuiltIn(house.ground);
    const rows = await house.look('office', (tx) => tx.select().from(checklistVersion));
    expect(rows).toHaveLength(3);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.action, 'checklist.load-built-in')),
    );
    expect(entries).toMatchObject([{ actorId: null, actorName: 'kycuong', detail: { checklists: 3 } }]);
    await expect(house.run('office', loadChecklistsOnce, {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of a province that has an earlier version keep it, and the next comes beside it', async () => {
    await house.look('office', async (tx) => {
      const [standing] = await tx
        .select()
        .from(checklistVersion)
        .where(eq(checklistVersion.code, 'one-stop'));
      await tx
        .update(checklistVersion)
        .set({ number: 1 })
        .where(eq(checklistVersion.id, standing?.id ?? ''));
    });
    await loadBuiltIn(house.ground);
    const versions = await house.ask('inspector', listChecklists, {});
    const own = versions.filter(({ code }) => code === 'one-stop');
    expect(own.map(({ number }) => number)).toEqual([2, 1]);
    const { checklists } = await house.ask('office', roundChoices, {});
    expect(checklists.filter(({ title }) => title.vi === 'Bộ phận Một cửa')).toMatchObject([{ number: 2 }]);
  });

  it('bring a legal basis up to date in every field, and leave one that the province recorded', async () => {
    const set = (id: string, facts: Partial<typeof legalBasis.$inferInsert>) =>
      house.look('office', (tx) => tx.update(legalBasis).set(facts).where(eq(legalBasis.id, id)));
    const before = { number: null, effectiveUntil: null, replacedBy: [] };
    await set('qd-19-2014', { ...before, effectiveFrom: '2014-03-05', mark: 'M', source: 'Quyết định' });
    await set('nd-118-2025', before);
    await set('nd-155-2026-10', { title: 'Nghị định 155/2026/NĐ-CP quy định chi tiết Luật Khiếu nại' });
    // Its words, beginning, mark and source are as shipped: what the province says is when it ends, and what follows.
    const { version: seen, ...standing } =
      (await house.ask('office', listLegalBases, {})).find(({ id }) => id === 'nd-156-2026') ?? expect.fail();
    const replacedBy = ['nd-154-2026'];
    const ended = { ...standing, effectiveUntil: '2027-01-01', replacedBy, seen };
    await house.run('office', recordLegalBasis, ended);
    await set('nd-156-2026', { number: null });
    await loadBuiltIn(house.ground);
    const rows = await house.look('office', (tx) => tx.select().from(legalBasis));
    const row = (id: string) => rows.find((other) => other.id === id);
    expect(row('qd-19-2014')).toMatchObject({
      number: '19/2014/QĐ-TTg',
      effectiveFrom: '2014-05-18',
      mark: 'V',
    });
    expect(row('nd-118-2025')).toMatchObject({ number: '118/2025/NĐ-CP' });
    expect(row('nd-155-2026-10')?.title).toContain('124/2020/NĐ-CP');
    expect(row('nd-156-2026')).toMatchObject({ effectiveUntil: '2027-01-01', replacedBy });
    const entries = () =>
      house.lookAsSystem((tx) =>
        tx.select().from(trailEntry).where(eq(trailEntry.action, 'checklist.load-built-in')),
      );
    const told = await entries();
    expect(told.at(-1)).toMatchObject({ detail: { checklists: 0, legalBases: 0, corrected: 3 } });
    await loadBuiltIn(house.ground);
    expect(await entries()).toHaveLength(told.length);
  });

  it('that are unknown are not found', async () => {
    await expect(house.ask('office', getChecklist, { versionId: uuidV7() })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
