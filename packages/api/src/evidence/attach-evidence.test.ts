import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { changeFeed, fieldCommand } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { dailyQuotas } from '@kycuong/domain/usage/quota.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { raiseFinding } from '../finding/raise-finding.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '../testing/field-house.ts';
import { concludedRound } from '../testing/rounds.ts';
import type { Ground } from '../work.ts';
import { attachEvidence } from './attach-evidence.ts';
import { listEvidenceStates } from './list-evidence-states.ts';
import { markReceived, receiveBytes } from './receive-bytes.ts';
import { diskStore, type EvidenceStore } from './store.ts';

let house: FieldHouse;
let round: FieldRound;
beforeAll(async () => {
  house = await openFieldHouse();
  await loadBuiltIn(house.ground);
  round = await house.addRound();
});
afterAll(() => house.close());

const photo = (change: object = {}) => ({
  evidenceId: uuidV7(),
  visitId: round.visitId('coLe'),
  target: { kind: 'item' as const, id: 'M01' },
  sha256: uuidV7().replaceAll('-', '').repeat(2),
  size: 182_400,
  mediaType: 'image/jpeg' as const,
  name: 'bang-niem-yet.jpg',
  takenAt: '2026-11-23T02:12:00Z',
  place: { latitude: 20.28, longitude: 106.3, accuracyM: 12 },
  ...change,
});
const proof = (actionId: string, change: object = {}) =>
  photo({ visitId: null, target: { kind: 'corrective-action', id: actionId }, ...change });
const rowOf = async (name: Parameters<FieldHouse['look']>[0], id: string) =>
  (await house.look(name, (tx) => tx.select().from(evidence).where(eq(evidence.id, id))))[0];

describe('naming a photo', () => {
  it('is refused to strangers, to other roles and to people outside the team', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(perform(attachEvidence, stranger, { id: uuidV7(), payload: photo() })).rejects.toMatchObject(
      {
        code: 'unauthenticated',
      },
    );
    for (const [name, code] of [
      ['office', 'forbidden'],
      ['headCoLe', 'forbidden'],
      ['headNinhGiang', 'not-found'],
      ['outsider', 'not-found'],
    ] as const)
      expect(JSON.parse(await house.send(name, attachEvidence, photo()))).toMatchObject({ reason: { code } });
  });

  it('names the field that is wrong', async () => {
    for (const [change, field, key] of [
      [{ sha256: 'x' }, 'sha256', 'input.wrong-format'],
      [{ size: 100 * 1024 * 1024 }, 'size', 'input.whole-between'],
      [{ mediaType: 'text/html' }, 'mediaType', 'evidence.is-markup'],
      [{ size: 0 }, 'size', 'evidence.empty'],
    ] as const) {
      const receipt = JSON.parse(await house.send('inspector', attachEvidence, photo(change)));
      expect(receipt).toMatchObject({ reason: { issues: [{ field, key }] } });
    }
    for (const [change, key, field] of [
      [{ target: { kind: 'item', id: 'Q99' } }, 'visit.item-unknown', 'target.id'],
      [{ target: { kind: 'finding', id: 'x' } }, 'input.wrong-format', 'target.id'],
      [{ target: { kind: 'finding', id: uuidV7() } }, 'record.not-found', 'target.id'],
      [{ visitId: null }, 'evidence.target-mismatch', 'target.kind'],
      [{ target: { kind: 'corrective-action', id: uuidV7() } }, 'evidence.target-mismatch', 'target.kind'],
    ] as const) {
      const receipt = JSON.parse(await house.send('inspector', attachEvidence, photo(change)));
      expect(receipt).toMatchObject({ reason: { key, details: { field } } });
    }
  });

  it('hangs on a finding of its own visit, and is used once', async () => {
    const findingId = uuidV7();
    await house.run('inspector', raiseFinding, {
      findingId,
      visitId: round.visitId('coLe'),
      title: 'Niêm yết thiếu',
      description: 'Thiếu 14 thủ tục.',
      severity: 'reminder',
      legalBasisIds: [],
    });
    const target = { kind: 'finding' as const, id: findingId };
    const elsewhere = photo({ target, visitId: round.visitId('ninhGiang') });
    await expect(house.run('inspector', attachEvidence, elsewhere)).rejects.toMatchObject({
      key: 'record.not-found',
    });
    const payload = photo({ target });
    await house.run('inspector', attachEvidence, payload);
    await expect(house.run('leader', attachEvidence, payload)).rejects.toMatchObject({
      key: 'record.exists',
    });
  });

  it('makes a slot that awaits its bytes, told to the team, once', async () => {
    const payload = photo();
    const id = uuidV7();
    const first = await house.send('inspector', attachEvidence, payload, id);
    expect(await house.send('inspector', attachEvidence, payload, id)).toBe(first);
    expect(JSON.parse(first)).toMatchObject({ status: 'applied', result: { status: 'awaited' } });
    expect(await rowOf('leader', payload.evidenceId)).toMatchObject({
      status: 'awaited',
      attachedBy: house.accountId('inspector'),
      place: { accuracyM: 12 },
      receivedAt: null,
    });
    const ids = [payload.evidenceId];
    expect(await house.ask('leader', listEvidenceStates, { ids })).toEqual([
      { id: payload.evidenceId, status: 'awaited', sha256: payload.sha256 },
    ]);
    for (const name of ['outsider', 'headCoLe'] as const)
      expect(await house.ask(name, listEvidenceStates, { ids })).toEqual([]);
    const kept = await house.look('leader', async (tx) => [
      ...(await tx.select({ id: fieldCommand.id }).from(fieldCommand).where(eq(fieldCommand.id, id))),
      ...(await tx.select({ id: changeFeed.commandId }).from(changeFeed).where(eq(changeFeed.commandId, id))),
    ]);
    expect(kept).toEqual([{ id }, { id }]);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'evidence.attach', subjectKind: 'visit' }]);
  });

  it('is received by the server’s own word alone', async () => {
    const payload = photo();
    await house.run('inspector', attachEvidence, payload);
    const { evidenceId } = payload;
    const forged = house.look('inspector', (tx) =>
      tx.update(evidence).set({ status: 'received' }).where(eq(evidence.id, evidenceId)),
    );
    await forged.catch(() => undefined);
    expect((await rowOf('leader', evidenceId))?.status).toBe('awaited');
  });

  it('is not received while its bytes are not kept', async () => {
    const bytes = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(uuidV7())]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { evidenceId: id, ...named } = photo({ sha256, size: bytes.length });
    await house.run('inspector', attachEvidence, { evidenceId: id, ...named });
    const folder = await mkdtemp(join(tmpdir(), 'kycuong-kept-'));
    const [file, ticket] = [join(folder, 'file'), { id, status: 'awaited' as const, ...named }];
    await writeFile(file, 'no folder');
    const receive = (store: EvidenceStore) => receiveBytes({ ground: house.ground, store }, ticket, bytes);
    await expect(receive(diskStore(file))).rejects.toThrow('ENOTDIR');
    expect(await rowOf('inspector', id)).toMatchObject({ status: 'awaited' });
    await receive(diskStore(folder));
    expect(await rowOf('inspector', id)).toMatchObject({ status: 'received' });
    await rm(folder, { recursive: true });
  });

  it('waits for no other photo of its author that is still on its way to the disk', async () => {
    const [slow, quick] = await Promise.all(
      [1, 2].map(async () => {
        const { evidenceId: id, ...named } = photo();
        await house.run('inspector', attachEvidence, { evidenceId: id, ...named });
        return { id, ...named };
      }),
    );
    if (slow === undefined || quick === undefined) throw new Error('no ticket');
    const disk = Promise.withResolvers<void>();
    const held = markReceived(house.ground, slow, disk.promise);
    await markReceived(house.ground, quick, Promise.resolve());
    expect(await rowOf('inspector', quick.id)).toMatchObject({ status: 'received' });
    expect(await rowOf('inspector', slow.id)).toMatchObject({ status: 'awaited' });
    disk.resolve();
    await held;
    expect(await rowOf('inspector', slow.id)).toMatchObject({ status: 'received' });
  });

  it('is received within its author’s quota of the day and not beyond, however many come at once', async () => {
    const tickets = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const { evidenceId: id, ...named } = photo({ visitId: round.visitId('ninhGiang') });
        await house.run('leader', attachEvidence, { evidenceId: id, ...named });
        return { id, ...named };
      }),
    );
    const receive = (ground: Ground) =>
      Promise.allSettled(tickets.map((ticket) => markReceived(ground, ticket, Promise.resolve())));
    const quotas = { ...dailyQuotas, evidence: { number: 5, megabytes: 100 } };
    const first = await receive({ ...house.ground, quotas });
    const refused = first.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toHaveLength(7);
    for (const reason of refused) expect(reason).toMatchObject({ key: 'usage.day-full' });
    const received = async () => {
      const rows = await house.look('leader', (tx) => tx.select().from(evidence));
      return rows.filter(({ id, status }) => status === 'received' && tickets.some((one) => one.id === id));
    };
    expect(await received()).toHaveLength(5);
    // What has arrived may arrive again; what has not comes in on the next day.
    const tomorrow = new Date(house.ground.now().getTime() + 86_400_000);
    const rest = await receive({ ...house.ground, quotas, now: () => tomorrow });
    expect(rest.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await received()).toHaveLength(10);
  });
});

describe('naming the proof of a corrective action', () => {
  it('is the head’s of the unit that is asked, while an answer is awaited', async () => {
    const { actionAt } = await concludedRound(house);
    const actionId = actionAt('coLe');
    for (const [name, code] of [
      ['headNinhGiang', 'not-found'],
      ['office', 'forbidden'],
      ['inspector', 'forbidden'],
    ] as const)
      expect(JSON.parse(await house.send(name, attachEvidence, proof(actionId)))).toMatchObject({
        reason: { code },
      });
    await expect(house.run('headCoLe', attachEvidence, proof(uuidV7()))).rejects.toMatchObject({
      code: 'not-found',
    });
    const payload = proof(actionId, { mediaType: 'application/pdf', name: 'niem-yet-lai.pdf' });
    expect(await house.run('headCoLe', attachEvidence, payload)).toEqual({ status: 'awaited' });
    expect(await rowOf('office', payload.evidenceId)).toMatchObject({
      targetKind: 'corrective-action',
      targetId: actionId,
      visitId: null,
      roundId: null,
      unitId: house.unitId('coLe'),
    });
    expect(await rowOf('headNinhGiang', payload.evidenceId)).toBeUndefined();
  });
});
