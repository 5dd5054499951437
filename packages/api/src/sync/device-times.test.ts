import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import { concludedRound } from '../testing/rounds.ts';
import { checkIn } from '../visit/check-in.ts';
import { getVisit } from '../visit/get-visit.ts';
import { getPacket } from './get-packet.ts';
import { pull } from './pull.ts';

let house: FieldHouse;
beforeAll(async () => {
  house = await openFieldHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

const yearMs = 365 * 86_400_000;
type Clock = Pick<CommandEnvelope, 'serverOffsetMs'> & { readonly aheadMs: number };

const dossier = {
  ...{ code: 'H1', procedure: 'Đăng ký đất đai', receivedOn: '2026-11-02', completeOn: '2026-11-02' },
  ...{ dueOn: '2026-11-20', stopped: [], apologyIssued: false, extraPapersAsked: false },
};

/** One of each that bears a time, written a minute ago by a device with this clock; `at` is when that truly was. */
async function writeAll({ serverOffsetMs, aheadMs }: Clock, more: object = {}) {
  const visitId = (await house.addRound()).visitId('coLe');
  const tablet = house.tablet('inspector');
  const at = new Date(house.ground.now().getTime() - 60_000);
  const own = new Date(at.getTime() + aheadMs).toISOString();
  const written = { writtenAt: own, serverOffsetMs };
  const [findingId, evidenceId, sampleId] = [uuidV7(), uuidV7(), uuidV7()];
  const content = {
    title: 'Trả quá hạn',
    description: 'Quá hạn.',
    severity: 'reminder' as const,
    legalBasisIds: [],
  };
  const file = { sha256: uuidV7().replaceAll('-', '').repeat(2), size: 9, mediaType: 'image/jpeg' as const };
  const receipts = await tablet.send(
    tablet.write('visit.check-in', { visitId, arrivedAt: own }, written),
    tablet.write('finding.raise', { visitId, findingId, itemCode: 'M15', ...content }, written),
    tablet.write('dossier.sample', { visitId, sampleId, ...dossier }, written),
    tablet.write(
      'evidence.attach',
      {
        visitId,
        evidenceId,
        target: { kind: 'item', id: 'M01' },
        ...file,
        name: 'a.jpg',
        takenAt: own,
        ...more,
      },
      written,
    ),
  );
  expect(receipts.map(({ status }) => status)).toEqual(Array(4).fill('applied'));
  const rows = await house.look('leader', async (tx) => ({
    visit: (await tx.select().from(visit).where(eq(visit.id, visitId)))[0],
    finding: (await tx.select().from(finding).where(eq(finding.id, findingId)))[0],
    dossier: (await tx.select().from(dossierSample).where(eq(dossierSample.id, sampleId)))[0],
    evidence: (await tx.select().from(evidence).where(eq(evidence.id, evidenceId)))[0],
    commands: await tx.select().from(fieldCommand).where(eq(fieldCommand.visitId, visitId)),
  }));
  return { visitId, findingId, evidenceId, at, own, rows };
}

const datesOf = ({ rows }: Awaited<ReturnType<typeof writeAll>>) => [
  rows.visit?.checkedInAt,
  rows.finding?.raisedAt,
  rows.dossier?.sampledAt,
  rows.evidence?.takenAt,
];

describe('what a tablet dates by its own clock', () => {
  it('a year ahead, which it knows, stands under the true time, and its own beside it', async () => {
    const all = await writeAll({ serverOffsetMs: -yearMs, aheadMs: yearMs });
    expect(datesOf(all)).toEqual(Array(4).fill(all.at));
    const beside = { deviceAt: new Date(all.own), clockUnknown: false };
    expect([all.rows.finding, all.rows.evidence]).toMatchObject([beside, beside]);
    expect(all.rows.commands.every(({ writtenAt }) => writtenAt.toISOString() === all.own)).toBe(true);
    const shown = await house.ask('leader', getVisit, { visitId: all.visitId });
    const clock = { deviceAt: all.own, clockUnknown: false };
    expect(shown.foundThere).toMatchObject([{ raisedAt: all.at.toISOString(), clock }]);
    expect(shown.evidence).toMatchObject([
      { takenAt: all.at.toISOString(), clock, source: null, stated: null },
    ]);
  });

  it('reads the same on every tablet, from the packet and from the feed', async () => {
    const all = await writeAll({ serverOffsetMs: -yearMs, aheadMs: yearMs });
    const packet = await house.ask('leader', getPacket, { visitId: all.visitId });
    await house.settle();
    const { changes } = await house.ask('leader', pull, { cursor: null });
    const pulled = changes.flatMap((change) =>
      change.kind === 'packet' && change.packet.visitId === all.visitId ? change.packet.commands : [],
    );
    for (const commands of [packet.commands, pulled]) {
      const view = viewOf(commands);
      const at = all.at.toISOString();
      expect(view.checkedInAt).toBe(at);
      expect(view.findings.get(all.findingId)).toMatchObject({ raisedAt: at, clock: { deviceAt: all.own } });
      expect(view.evidence.get(all.evidenceId)).toMatchObject({ takenAt: at });
    }
  });

  it('without knowing how it goes, stands as it was written and is marked, but never after the receipt', async () => {
    const slow = await writeAll({ serverOffsetMs: null, aheadMs: 0 });
    expect(datesOf(slow)).toEqual(Array(4).fill(new Date(slow.own)));
    const marked = { deviceAt: null, clockUnknown: true };
    expect([slow.rows.finding, slow.rows.evidence]).toMatchObject([marked, marked]);
    const ahead = await writeAll({ serverOffsetMs: null, aheadMs: yearMs });
    expect(datesOf(ahead)).toEqual(Array(4).fill(house.ground.now()));
    expect(ahead.rows.finding).toMatchObject({ deviceAt: new Date(ahead.own), clockUnknown: true });
  });

  it('that never was set, stands under the receipt and refuses nothing, its own beside it', async () => {
    const all = await writeAll({ serverOffsetMs: null, aheadMs: 60_000 - house.ground.now().getTime() });
    expect(all.own).toBe('1970-01-01T00:00:00.000Z');
    expect(datesOf(all)).toEqual(Array(4).fill(house.ground.now()));
    const beside = { deviceAt: new Date(all.own), clockUnknown: true };
    expect([all.rows.finding, all.rows.evidence]).toMatchObject([beside, beside]);
    expect(all.rows.commands.every(({ writtenAt }) => writtenAt.toISOString() === all.own)).toBe(true);
  });

  it('at the console, is the server’s: an arrival of no day that can be meant is of now', async () => {
    for (const arrivedAt of ['1970-01-01T00:00:00.000Z', '2027-11-30T00:00:00.000Z']) {
      const visitId = (await house.addRound()).visitId('coLe');
      await house.run('inspector', checkIn, { visitId, arrivedAt });
      const shown = await house.ask('leader', getVisit, { visitId });
      expect(shown.checkedInAt).toBe(house.ground.now().toISOString());
      const { commands } = await house.ask('leader', getPacket, { visitId });
      expect(viewOf(commands).checkedInAt).toBe(shown.checkedInAt);
    }
  });

  it('that is right says nothing beside it', async () => {
    const all = await writeAll({ serverOffsetMs: 0, aheadMs: 0 });
    expect(datesOf(all)).toEqual(Array(4).fill(all.at));
    const nothing = { deviceAt: null, clockUnknown: false };
    expect([all.rows.finding, all.rows.evidence]).toMatchObject([nothing, nothing]);
  });
});

describe('what a chosen picture says of its own time', () => {
  it('is kept beside when it was added, and left out where it cannot be so', async () => {
    const stated = { at: '2026-11-20T08:00:00+07:00', by: 'photo' };
    const chosen = await writeAll({ serverOffsetMs: 0, aheadMs: 0 }, { source: 'chosen', stated });
    expect(chosen.rows.evidence).toMatchObject({
      source: 'chosen',
      takenAt: chosen.at,
      statedAt: new Date(stated.at),
      statedBy: 'photo',
    });
    for (const at of ['2031-01-01T00:00:00Z', '1970-01-01T00:00:00Z']) {
      const absurd = await writeAll(
        { serverOffsetMs: 0, aheadMs: 0 },
        { source: 'chosen', stated: { at, by: 'photo' } },
      );
      expect(absurd.rows.evidence).toMatchObject({ source: 'chosen', statedAt: null, statedBy: null });
    }
  });

  it('of a unit’s proof it is added when the server gets it, whatever the clock there says', async () => {
    const { actionAt } = await concludedRound(house);
    const evidenceId = uuidV7();
    await house.run('headCoLe', attachEvidence, {
      ...{ evidenceId, visitId: null, target: { kind: 'corrective-action', id: actionAt('coLe') } },
      ...{ sha256: 'c'.repeat(64), size: 9, mediaType: 'application/pdf', name: 'a.pdf' },
      ...{ takenAt: '2027-11-30T00:00:00Z', source: 'chosen' },
      stated: { at: '2026-11-20T08:00:00+07:00', by: 'file' },
    });
    const [row] = await house.look('headCoLe', (tx) =>
      tx.select().from(evidence).where(eq(evidence.id, evidenceId)),
    );
    expect(row).toMatchObject({ takenAt: house.ground.now(), source: 'chosen', statedBy: 'file' });
  });
});
