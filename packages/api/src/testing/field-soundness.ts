import { createHash } from 'node:crypto';
import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { answer, visit } from '@kycuong/db/schema/visit.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { greatestLeadMs } from '@kycuong/domain/sync/clock.ts';
import { type FieldCommand, timeOf } from '@kycuong/domain/sync/field-command.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { answerFields } from '@kycuong/domain/visit/answer-fields.ts';
import { openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { beforeWork } from '@kycuong/domain/visit/visit-begun.ts';
import { type VisitView, viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { inArray } from 'drizzle-orm';
import { expect } from 'vitest';
import { listFieldCommands } from '../sync/list-field-commands.ts';
import { listConflicts } from '../visit/list-conflicts.ts';
import type { FaultCount } from './fault-count.ts';
import { expectChoices } from './field-choices.ts';
import type { Played } from './field-play.ts';

const plain = (view: VisitView) => ({
  ...view,
  answers: Object.fromEntries(view.answers),
  dossiers: Object.fromEntries(view.dossiers),
  findings: Object.fromEntries(view.findings),
  evidence: Object.fromEntries(view.evidence),
  sections: Object.fromEntries(view.sections),
});

async function readAll({ world: { house }, visitIds }: Played) {
  return house.look('leader', async (tx) => {
    const [answers, findings, dossiers, photos, visits, applied, conflicts] = await Promise.all([
      tx
        .select()
        .from(answer)
        .where(inArray(answer.visitId, [...visitIds])),
      tx
        .select()
        .from(finding)
        .where(inArray(finding.visitId, [...visitIds])),
      tx
        .select()
        .from(dossierSample)
        .where(inArray(dossierSample.visitId, [...visitIds])),
      tx
        .select()
        .from(evidence)
        .where(inArray(evidence.visitId, [...visitIds])),
      tx
        .select()
        .from(visit)
        .where(inArray(visit.id, [...visitIds])),
      Promise.all(visitIds.map((visitId) => listFieldCommands(tx, visitId))),
      Promise.all(visitIds.map((visitId) => listConflicts(tx, visitId))),
    ]);
    const histories = applied.map((all) => all.map(({ command }) => command));
    return { rows: { answers, findings, dossiers, photos, visits }, applied: histories, conflicts };
  });
}
type Rows = Awaited<ReturnType<typeof readAll>>['rows'];

/** The rows that the console reads say the same as the history of commands. */
function expectRows(all: Rows, visitId: string, view: VisitView): void {
  const of = <Row extends { visitId: string | null }>(rows: readonly Row[]) =>
    rows.filter((row) => row.visitId === visitId);
  const answers = of(all.answers);
  expect(answers.map(({ itemCode }) => itemCode).toSorted()).toEqual([...view.answers.keys()].toSorted());
  for (const one of answers)
    for (const field of answerFields) {
      const shown = view.answers.get(one.itemCode)?.[field];
      expect([one[field], one.writers[field]?.command]).toEqual([shown?.value ?? null, shown?.command]);
    }
  expect(
    of(all.findings)
      .map(({ id, title, revision }) => [id, title, revision])
      .toSorted(),
  ).toEqual([...view.findings].map(([id, { title, revision }]) => [id, title, revision]).toSorted());
  expect(Object.fromEntries(of(all.dossiers).map(({ id, facts }) => [id, facts]))).toEqual(
    plain(view).dossiers,
  );
  expect(
    of(all.photos)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual([...view.evidence.keys()].toSorted());
  const row = all.visits.find(({ id }) => id === visitId);
  expect(row?.checkedInAt?.toISOString() ?? null).toBe(view.checkedInAt);
  expect([row?.submittedAt !== null, row?.status === 'closed']).toEqual([view.submitted, view.closed]);
}

/** Who checked in and went to work on that day was there, whoever took it back without knowing. */
function expectArrivals(history: readonly FieldCommand[], { checkedInAt }: VisitView, faults: FaultCount) {
  for (const [index, arrived] of history.entries()) {
    if (arrived.action !== 'visit.check-in') continue;
    const later = history.slice(index + 1);
    const own = later.filter(({ author }) => author === arrived.author);
    const withdrawn = own.some(({ action }) => action === 'visit.take-back-check-in');
    const dayOf = (at: string) => dateInVietnam(new Date(at));
    const day = dayOf(timeOf(arrived, arrived.payload.arrivedAt).at);
    const worked = own.some(
      (command) => !beforeWork.has(command.action) && dayOf(timeOf(command).at) === day,
    );
    if (withdrawn || !worked) continue;
    expect(checkedInAt).not.toBeNull();
    if (later.some(({ action }) => action === 'visit.take-back-check-in'))
      faults.add('outcome: arrival that stands although a colleague took it back');
  }
}

/** One receipt for each command, the tablet's the same to the byte; an effect and a trail entry where it says so. */
async function expectReceipts(
  { world, hands, admitted }: Played,
  applied: readonly FieldCommand[],
): Promise<void> {
  const written = hands.flatMap(({ tablet }) => tablet.log.map(({ id }) => id));
  const appliedIds = applied.map(({ id }) => id);
  expect(new Set(appliedIds).size).toBe(appliedIds.length);
  if (written.length === 0) return;
  const [stored, entries] = await world.house.lookAsSystem((tx) =>
    Promise.all([
      tx.select().from(commandReceipt).where(inArray(commandReceipt.id, written)),
      tx.select().from(trailEntry).where(inArray(trailEntry.commandId, written)),
    ]),
  );
  expect(stored.map(({ id }) => id).toSorted()).toEqual(written.toSorted());
  const took = new Set(['applied', 'conflict']);
  const effective = stored
    .filter(({ id, status }) => took.has(status) || admitted.has(id))
    .map(({ id }) => id);
  const ours = new Set(written);
  expect(appliedIds.filter((id) => ours.has(id)).toSorted()).toEqual(effective.toSorted());
  expect(entries.map(({ commandId }) => commandId).toSorted()).toEqual(effective.toSorted());
  const kept = new Map(hands.flatMap(({ tablet }) => [...tablet.receipts]));
  for (const { id, receipt, status, refused } of stored) {
    expect(kept.get(id)).toBe(receipt);
    expect(refused !== null).toBe(status === 'refused');
    world.faults.add(`outcome: ${status}`);
  }
}

/** Whoever wrote or handed in what the leader decided on knows the decision, on each tablet, on the team or not. */
function expectDecisionsTold({ world, hands, decided }: Played): void {
  for (const { commandId: id, reason, author, sender, decision } of decided)
    for (const { tablet } of hands) {
      const isTold =
        tablet.author === sender?.id || (tablet.author === author.id && reason !== 'sync.author-unproven');
      if (decision === null || !isTold) continue;
      expect(tablet.decisions.get(id)).toBe(decision.kind);
      world.faults.add(`outcome: ${decision.kind} by the leader, as the tablet knows`);
    }
}

/** Whether the receipt told of a conflict, of each command that was applied as it came. */
function announcedTo({ hands }: Played): Map<string, boolean> {
  const told = hands.flatMap(({ tablet }) => [...tablet.receipts.values()]);
  return new Map(
    told.flatMap((text) => {
      const { id, status } = Receipt.parse(JSON.parse(text));
      return status === 'applied' || status === 'conflict' ? [[id, status === 'conflict']] : [];
    }),
  );
}

/** After quiescence: what the rules of the sync promise of every history. */
export async function expectSound(played: Played): Promise<void> {
  const { world, hands, visitIds, members, admitted } = played;
  const { store, faults } = world;
  const { applied, conflicts, rows } = await readAll(played);
  await expectReceipts(played, applied.flat());
  expectDecisionsTold(played);
  for (const { sha256, status } of rows.photos) {
    const there = createHash('sha256')
      .update(await store.read(sha256))
      .digest('hex');
    expect([status, there]).toEqual(['received', sha256]);
    faults.add('outcome: photo with its hash on the server');
  }
  for (const [index, visitId] of visitIds.entries()) {
    const history = applied[index] ?? [];
    for (const { clock, receivedAt = '' } of history) {
      const stampedMs = Number.parseInt(clock.slice(0, 12), 16);
      expect(stampedMs).toBeLessThanOrEqual(Date.parse(receivedAt) + greatestLeadMs);
    }
    const server = viewOf(history);
    expectRows(rows, visitId, server);
    expectArrivals(history, server, faults);
    const open = conflicts[index]?.conflicts.map(({ heads, ...of }) => [
      of,
      heads.map(({ command }) => command),
    ]);
    expect(
      openConflicts(history).map(({ heads, ...of }) => [of, heads.map(({ command }) => command)]),
    ).toEqual(open);
    faults.add('outcome: conflict left open', open?.length);
    const written = hands.flatMap(({ tablet }) => tablet.log.filter(({ visitId: of }) => of === visitId));
    // Settling is the leader's alone, whoever hands it in.
    const settledBy = history.flatMap(({ action, author }) => (action === 'answer.settle' ? [author] : []));
    expect(settledBy.filter((author) => author !== world.house.accountId('leader'))).toEqual([]);
    const told = { history, written, open: conflicts[index]?.conflicts ?? [], view: server };
    expectChoices({ ...told, announced: announcedTo(played) }, faults);
    for (const { tablet, name } of hands) {
      if (!members.has(name)) continue;
      expect(plain(tablet.view(visitId))).toEqual(plain(server));
      const shown = tablet.conflicts(visitId);
      expect(shown.map(({ heads, ...of }) => [of, heads.map(({ command }) => command)])).toEqual(open);
    }
  }
  const divided = applied.flat().filter(({ action }) => action === 'visit.assign-sections');
  faults.add('outcome: section given to a member', divided.length);
  faults.add('outcome: kept command that takes effect', admitted.size);
}
