import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { feedOf, issuedRound, lookedAt, roundInput } from '../testing/rounds.ts';
import { createRound } from './create-round.ts';
import { getRound } from './get-round.ts';
import { issueRound } from './issue-round.ts';
import { listRounds } from './list-rounds.ts';
import { roundChoices } from './round-choices.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

async function unitShownTo(who: Persona, roundId: string) {
  const { rounds } = await house.ask(who, listRounds, {});
  return rounds.find((round) => round.roundId === roundId)?.visits.map((row) => row.unit?.name ?? null);
}

describe('issuing a round', () => {
  it('is the programme office’s alone', async () => {
    const input = await roundInput(house);
    await house.run('office', createRound, input);
    const { roundId } = input;
    await expect(house.run('leader', issueRound, { roundId })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('headCoLe', issueRound, { roundId })).rejects.toMatchObject({ code: 'not-found' });
    await expect(house.run('office', issueRound, { roundId: uuidV7() })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(house.run('office', issueRound, { roundId: 'KT-2026-0001' })).rejects.toMatchObject({
      issues: [{ field: 'roundId', key: 'input.wrong-format' }],
    });
  });

  it('asks why a notice is too short, and tells each member of each visit', async () => {
    const units = [
      { unitId: house.unitId('coLe'), plannedOn: '2026-11-26' },
      { unitId: house.unitId('ninhGiang'), plannedOn: '2026-12-02' },
    ];
    const input = await roundInput(house, { units });
    await house.run('office', createRound, input);
    const shown = await lookedAt(house, input.roundId);
    await expect(house.run('office', issueRound, shown)).rejects.toMatchObject({
      key: 'planning.notice-reason-needed',
      details: { field: 'shortNoticeReason' },
    });
    await expect(
      house.run('office', issueRound, { roundId: input.roundId, noticedOn: '2026-11-24' }),
    ).rejects.toMatchObject({ key: 'planning.notice-in-future' });
    const id = uuidV7();
    const sent = { ...shown, shortNoticeReason: 'Xử lý ngay phản ánh của người dân' };
    const receipt = await house.send('office', issueRound, sent, id);
    expect(await house.ask('office', getRound, { roundId: input.roundId })).toMatchObject({
      shortNoticeReason: sent.shortNoticeReason,
    });
    // 24 November is a holiday: 25 and 26 remain.
    expect(JSON.parse(receipt)).toMatchObject({
      status: 'applied',
      result: { warnings: [{ unitId: house.unitId('coLe'), workingDays: 2 }] },
    });
    expect(await house.send('office', issueRound, sent, id)).toBe(receipt);
    const feed = await feedOf(house, input.roundId, house.accountId('inspector'));
    expect(feed.map(({ kind }) => kind)).toEqual(['granted', 'granted']);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'planning.issue-round', subjectId: input.roundId }]);
    await expect(house.run('office', issueRound, { roundId: input.roundId })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await unitShownTo('headCoLe', input.roundId)).toEqual(['Xã Cổ Lễ']);
    // Who complained is no business of the unit.
    expect(await house.ask('headCoLe', getRound, { roundId: input.roundId })).toMatchObject({
      shortNoticeReason: null,
    });
  });

  it('goes out once under a decision', async () => {
    const decision = { decisionNo: '0987/QĐ-SNV', decisionDate: '2026-11-05' };
    const first = await roundInput(house, decision);
    const second = await roundInput(house, { ...decision, decisionNo: '987 / QĐ-SNV' });
    for (const input of [first, second]) await house.run('office', createRound, input);
    await house.run('office', issueRound, await lookedAt(house, first.roundId));
    await expect(
      house.run('office', issueRound, await lookedAt(house, second.roundId)),
    ).rejects.toMatchObject({
      code: 'conflict',
      key: 'planning.decision-taken',
    });
    const taken = { issues: [{ field: 'decisionNo', key: 'planning.decision-taken' }] };
    await expect(house.run('office', createRound, await roundInput(house, decision))).rejects.toMatchObject(
      taken,
    );
    const before = await roundInput(house, { ...decision, decisionDate: '2025-11-05' });
    await house.run('office', createRound, before);
  });

  it('keeps an unannounced unit secret until the team is there', async () => {
    const input = await roundInput(house, { form: 'unannounced' });
    await house.run('office', createRound, input);
    await expect(
      house.run('office', issueRound, { roundId: input.roundId, noticedOn: '2026-11-23' }),
    ).rejects.toMatchObject({ key: 'planning.notice-forbidden' });
    const shown = await lookedAt(house, input.roundId);
    expect(await house.run('office', issueRound, shown)).toEqual({ warnings: [] });
    expect(await unitShownTo('inspector', input.roundId)).toEqual(['Xã Cổ Lễ']);
    expect(await unitShownTo('leadership', input.roundId)).toEqual(['Xã Cổ Lễ']);
    expect(await unitShownTo('headCoLe', input.roundId)).toBeUndefined();
    expect(await unitShownTo('outsider', input.roundId)).toBeUndefined();
    await house.look('leader', (tx) =>
      tx.update(visit).set({ checkedInAt: house.ground.now() }).where(eq(visit.roundId, input.roundId)),
    );
    expect(await unitShownTo('headCoLe', input.roundId)).toEqual(['Xã Cổ Lễ']);
  });

  it('offers units in force, inspectors and published checklists for the next one', async () => {
    const choices = await house.ask('office', roundChoices, {});
    expect(choices.units.map(({ name }) => name)).toContain('Xã Cổ Lễ');
    expect(choices.inspectors.map(({ fullName }) => fullName)).toEqual([
      'Bùi Thị Kiểm',
      'Lê Văn Ngoài',
      'Nguyễn Văn Trưởng',
    ]);
    expect(choices.checklists).toHaveLength(3);
    expect(choices.leadUnitId).toBe(house.unitId('soNoiVu'));
    await expect(house.ask('headCoLe', roundChoices, {})).rejects.toMatchObject({ code: 'forbidden' });
    expect((await house.ask('office', roundChoices, { on: '2020-09-30' })).units).toEqual([]);
  });

  it('filters rounds by form and time', async () => {
    await issuedRound(house);
    const { rounds } = await house.ask('office', listRounds, { forms: ['unannounced'] });
    expect(new Set(rounds.map(({ form }) => form))).toEqual(new Set(['unannounced']));
    expect((await house.ask('office', listRounds, { to: '2026-01-01' })).rounds).toEqual([]);
  });
});
