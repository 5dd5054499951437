import { randomUUID } from 'node:crypto';
import { trailSeal } from '@kycuong/db/schema/trail.ts';
import { desc, sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTrailHouse, type TrailHouse } from '../testing/trail-house.ts';
import { enter } from '../transaction.ts';
import { contentHasher, SealedEntry, sealedColumns, sealHash } from './seal-hash.ts';
import { sealTrail } from './seal-trail.ts';
import { verifyTrail } from './verify-trail.ts';

let house: TrailHouse;
/** Three seals over three entries each. */
beforeEach(async () => {
  house = await openTrailHouse();
  for (let seal = 1; seal <= 3; seal += 1) {
    for (let entry = 1; entry <= 3; entry += 1) await house.write(`${seal}/${entry}`);
    while ((await verifyTrail(house.ground)).tail.count > 0) await sealTrail(house.ground);
  }
});
afterEach(() => house.close());

const faultsAfter = async (change: (sql: Sql) => Promise<unknown>) => {
  expect((await verifyTrail(house.ground)).faults).toEqual([]);
  await house.tamper(change);
  return (await verifyTrail(house.ground)).faults;
};

/** The greatest number under a seal that has a whole number of three. */
const sealOf = async (seq: number) => {
  const [row] = await house.owner.begin(async (tx) => {
    await tx`select set_config('kycuong.door', 'system', true)`;
    return tx<{ number: string }[]>`select number from trail_seal where entries @> ${seq}::bigint`;
  });
  return Number(row?.number);
};

/** An entry whose command somebody else brought, on no device's word, under the last seal. */
async function sealWithSender(): Promise<number> {
  // Any number will do for a person.
  await house.owner.unsafe('alter table trail_entry drop constraint trail_entry_sender_id_account_id_fk');
  await house.write('nộp hộ', randomUUID());
  while ((await verifyTrail(house.ground)).tail.count > 0) await sealTrail(house.ground);
  return (await verifyTrail(house.ground)).seals;
}

/** Makes the last seal anew as it was made before the sender of an entry without a device stood under it. */
async function sealAsBefore(): Promise<void> {
  const facts = await house.ground.database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'test', roles: ['administrator'] }, house.ground.now());
    const [seal] = await tx.select().from(trailSeal).orderBy(desc(trailSeal.number)).limit(1);
    if (seal === undefined) throw new Error('no seal');
    const rows = await tx.execute(sql`select ${sealedColumns} from trail_entry e
      join trail_seal s on s.entries @> e.seq where s.number = ${seal.number} order by e.xid, e.seq`);
    const content = contentHasher('devices');
    for (const row of rows) content.add(SealedEntry.parse(row));
    return { ...seal, contentHash: content.digest() };
  });
  await house.tamper(
    (owner) => owner`update trail_seal set content_hash = ${facts.contentHash}, hash = ${sealHash(facts)}
      where number = ${facts.number}`,
  );
}

describe('the chain over the audit trail, after somebody with the owner’s rights', () => {
  it.each([
    ['the name', (sql: Sql) => sql`update trail_entry set actor_name = 'Người khác' where seq = 5`],
    [
      'the moment, by a microsecond',
      (sql: Sql) => sql`update trail_entry set at = at + interval '1 microsecond' where seq = 5`,
    ],
    ['what was said', (sql: Sql) => sql`update trail_entry set detail = '{"text": "2/2 "}' where seq = 5`],
    ['nobody into somebody', (sql: Sql) => sql`update trail_entry set subject_id = '' where seq = 5`],
    ['the transaction', (sql: Sql) => sql`update trail_entry set xid = '3' where seq = 5`],
  ])('changed an entry: %s', async (_, change) => {
    expect(await faultsAfter(change)).toEqual([{ kind: 'entry-changed', seal: await sealOf(5) }]);
  });

  it('changed who had brought an entry in, on no device’s word', async () => {
    const seal = await sealWithSender();
    for (const senderId of [randomUUID(), null])
      expect(
        await faultsAfterwards(
          (sql) => sql`update trail_entry set sender_id = ${senderId} where subject_id = 'nộp hộ'`,
        ),
      ).toEqual([{ kind: 'entry-changed', seal }]);
  });

  it('changed nothing: a seal made before senders stood under it holds', async () => {
    await sealWithSender();
    await sealAsBefore();
    expect((await verifyTrail(house.ground)).faults).toEqual([]);
  });

  it('removed an entry: it is named', async () => {
    const fault = { kind: 'entry-removed', seal: await sealOf(5), count: 1, seqs: [5] };
    expect(await faultsAfter((sql) => sql`delete from trail_entry where seq = 5`)).toEqual([fault]);
  });

  it('moved an entry to another number: it is missing from its place', async () => {
    const faults = await faultsAfter(
      (sql) => sql`insert into trail_entry overriding system value
        select 900, xid, at, actor_id, actor_name, action, subject_kind, subject_id, unit_id, command_id, detail
        from trail_entry where seq = 5`,
    );
    expect(faults).toMatchObject([{ kind: 'entry-inserted', count: 1, seqs: [900] }]);
    expect(await faultsAfterwards((sql) => sql`delete from trail_entry where seq = 5`)).toMatchObject([
      { kind: 'entry-removed', seqs: [5] },
      { kind: 'entry-inserted', seqs: [900] },
    ]);
  });

  it('put an entry in below the seals', async () => {
    const faults = await faultsAfter(
      (sql) => sql`insert into trail_entry
        (xid, at, actor_name, action, subject_kind, subject_id, command_id, detail)
        select xid, at, 'Không ai', action, subject_kind, 'thêm sau', ${randomUUID()}, '{}' from trail_entry where seq = 5`,
    );
    expect(faults).toMatchObject([{ kind: 'entry-inserted', count: 1 }]);
    await sealTrail(house.ground);
    expect((await verifyTrail(house.ground)).faults).toEqual(faults);
  });

  it.each([
    ['hash', (sql: Sql) => sql`update trail_seal set hash = repeat('0', 64) where number = 2`],
    [
      'time',
      (sql: Sql) => sql`update trail_seal set sealed_at = sealed_at - interval '1 day' where number = 2`,
    ],
    ['watermark', (sql: Sql) => sql`update trail_seal set watermark = '1' where number = 2`],
    ['entries', (sql: Sql) => sql`update trail_seal set entries = entries - '{[5,6)}' where number = 2`],
  ])('changed a seal: its %s', async (_, change) => {
    expect((await faultsAfter(change))[0]).toEqual({ kind: 'seal-changed', seal: 2 });
  });

  it('changed an entry and made its seal anew: the seal after says so', async () => {
    const { contentHasher, sealHash } = await import('./seal-hash.ts');
    const faults = await faultsAfter(async (sql) => {
      const [row] = await sql`select * from trail_seal where number = 2`;
      const contentHash = contentHasher().digest();
      const hash = sealHash({
        number: 2,
        previousHash: row?.previous_hash,
        cluster: row?.cluster,
        watermark: row?.watermark,
        entries: '{}',
        fromSeq: 1,
        toSeq: 0,
        count: 0,
        contentHash,
        sealedAt: new Date(row?.sealed_at),
      });
      await sql`update trail_seal set entries = '{}', from_seq = 1, to_seq = 0, count = 0,
        content_hash = ${contentHash}, hash = ${hash} where number = 2`;
    });
    expect(faults[0]).toEqual({ kind: 'seal-changed', seal: 3 });
  });

  it('removed a seal in the middle, or the first', async () => {
    expect((await faultsAfter((sql) => sql`delete from trail_seal where number = 2`))[0]).toEqual({
      kind: 'seal-missing',
      seal: 2,
    });
    expect((await faultsAfterwards((sql) => sql`delete from trail_seal where number = 1`))[0]).toEqual({
      kind: 'seal-missing',
      seal: 1,
    });
  });

  it('removed the end: only a hash that was kept elsewhere tells', async () => {
    const { head } = await verifyTrail(house.ground);
    if (head === undefined) throw new Error('no seal');
    expect((await verifyTrail(house.ground, head)).faults).toEqual([]);
    await house.tamper((sql) => sql`delete from trail_seal where number = ${head.number}`);
    await house.tamper((sql) => sql`delete from trail_entry where seq > 6`);
    expect((await verifyTrail(house.ground)).faults).toEqual([]);
    expect((await verifyTrail(house.ground, head)).faults).toEqual([
      { kind: 'end-removed', seal: head.number },
    ]);
    await house.write('other');
    while ((await verifyTrail(house.ground)).tail.count > 0) await sealTrail(house.ground);
    expect((await verifyTrail(house.ground, head)).faults).toEqual([
      { kind: 'head-differs', seal: head.number },
    ]);
  });
});

const faultsAfterwards = async (change: (sql: Sql) => Promise<unknown>) => {
  await house.tamper(change);
  return (await verifyTrail(house.ground)).faults;
};

it('tells what waits for a seal, and since when', async () => {
  house.setNow('2026-11-24T01:00:00Z');
  await house.write('waits');
  house.setNow('2026-11-24T02:00:00Z');
  await house.write('waits too');
  const { tail, seals } = await verifyTrail(house.ground);
  expect({ tail, seals }).toEqual({
    tail: { count: 2, since: new Date('2026-11-24T01:00:00Z') },
    seals: expect.any(Number),
  });
});
