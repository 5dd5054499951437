import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@kycuong/db/connection.ts';
import { openEmbedded } from '@kycuong/db/embedded/open-embedded.ts';
import { migrate } from '@kycuong/db/migrate.ts';
import { prepareDatabase } from '@kycuong/db/prepare-database.ts';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenWriter, openTrailHouse, type TrailHouse, writeEntry } from '../testing/trail-house.ts';
import { multirangeOf, sealTrail } from './seal-trail.ts';
import { verifyTrail } from './verify-trail.ts';

let house: TrailHouse;
beforeEach(async () => {
  house = await openTrailHouse();
});
afterEach(() => house.close());

/** Seals until nothing waits: another database of the cluster may hold the watermark back for a moment. */
async function sealAll() {
  for (;;) {
    await sealTrail(house.ground);
    const verdict = await verifyTrail(house.ground);
    if (verdict.tail.count === 0) return verdict;
  }
}

/** What one would write first: everything above the greatest number sealed so far. */
function naiveSealer() {
  let upTo = 0;
  const sealed: number[] = [];
  return {
    sealed,
    seal: async () => {
      const rows = await house.app.begin(async (tx) => {
        await tx`select set_config('kycuong.door', 'system', true)`;
        return tx<{ seq: string }[]>`select seq from trail_entry where seq > ${upTo} order by seq`;
      });
      sealed.push(...rows.map(({ seq }) => Number(seq)));
      upTo = Math.max(upTo, ...sealed);
    },
  };
}

describe('the sealer of the audit trail', () => {
  it('leaves out no entry that commits late, where a sealer by the greatest number does', async () => {
    await house.write('first');
    await sealAll();
    const naive = naiveSealer();
    const late = await house.begin('late');
    const gone = await house.begin('rolled back');
    const early = await house.write('early');
    await Promise.all([sealTrail(house.ground), naive.seal()]);
    expect(naive.sealed).toContain(early);
    expect(await house.sealedSeqs()).not.toContain(early);
    await gone.rollback();
    await late.commit();
    await naive.seal();
    expect(naive.sealed).not.toContain(late.seq);
    const verdict = await sealAll();
    expect(await house.sealedSeqs()).toEqual(expect.arrayContaining([late.seq, early]));
    expect(verdict).toMatchObject({ faults: [], sealedEntries: 3 });
  });

  it('makes one chain however many seal at once, and keeps no writer waiting', async () => {
    for (let round = 0; round < 5; round += 1) {
      const writes = Array.from({ length: 8 }, (_, index) => house.write(`${round}/${index}`));
      await Promise.all([...writes, ...Array.from({ length: 6 }, () => sealTrail(house.ground))]);
    }
    const verdict = await sealAll();
    expect(verdict).toMatchObject({ faults: [], sealedEntries: 40 });
    expect(verdict.head?.number).toBe(verdict.seals);
  });

  it('does not wait for another sealer, and a writer does not wait for a sealer', async () => {
    const busy = await house.app.reserve();
    await busy`begin`;
    await busy`select pg_advisory_xact_lock(hashtextextended('kycuong trail seal', 0))`;
    await house.write('meanwhile');
    expect(await sealTrail(house.ground)).toEqual([]);
    await busy`rollback`;
    busy.release();
    expect(await sealAll()).toMatchObject({ sealedEntries: 1 });
  });

  it('seals at any moments, among writers who pause, end late or give up, into a chain that holds', async () => {
    const act = fc.oneof(
      { weight: 4, arbitrary: fc.constant('write' as const) },
      { weight: 3, arbitrary: fc.constant('begin' as const) },
      { weight: 2, arbitrary: fc.constant('commit' as const) },
      { weight: 1, arbitrary: fc.constant('rollback' as const) },
      { weight: 3, arbitrary: fc.constant('seal' as const) },
    );
    const written = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(act, fc.nat(9)), { maxLength: 30 }), async (acts) => {
        const open: OpenWriter[] = [];
        for (const [what, which] of acts) {
          if (what === 'write') written.add(await house.write('at once'));
          if (what === 'begin' && open.length < 10) open.push(await house.begin('paused'));
          if (what === 'seal') {
            await sealTrail(house.ground);
            expect((await verifyTrail(house.ground)).faults).toEqual([]);
          }
          if (what !== 'commit' && what !== 'rollback') continue;
          const [writer] = open.splice(which % Math.max(1, open.length), 1);
          await writer?.[what]();
          if (writer && what === 'commit') written.add(writer.seq);
        }
        for (const writer of open) await writer.rollback();
        expect(await sealAll()).toMatchObject({ faults: [], sealedEntries: written.size });
        expect((await house.sealedSeqs()).toSorted((a, b) => a - b)).toEqual(
          [...written].toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('is not to be written, changed or read by others', async () => {
    await house.write('something');
    await sealAll();
    const as = (door: string, statement: string) =>
      house.app.begin(async (tx) => {
        await tx`select set_config('kycuong.door', ${door}, true), set_config('kycuong.roles', 'programme-office', true)`;
        return tx.unsafe(statement);
      });
    expect(await as('person', 'select * from trail_seal')).toEqual([]);
    const forged = `insert into trail_seal values (2, 'x', '1', '1', '{[1,2)}', 1, 1, 1, 'x', 'x', now())`;
    await expect(as('person', forged)).rejects.toMatchObject({ code: '42501' });
    for (const change of [
      'update trail_seal set hash = hash',
      'delete from trail_seal',
      'truncate trail_seal',
    ])
      await expect(as('system', change)).rejects.toMatchObject({ code: '42501' });
  });
});

it('writes the ranges of numbers as PostgreSQL does', async () => {
  const { owner } = house;
  for (const numbers of [[3, 1, 2], [9, 5, 7, 6], [12]]) {
    const [row] =
      await owner`select range_agg(int8range(n, n + 1))::text as text from unnest(${numbers}::bigint[]) n`;
    expect(multirangeOf(numbers)).toBe(row?.text);
  }
});

describe('after a restore into another cluster, where transaction ids count anew', () => {
  it('the chain goes on, seals what had no seal yet, and holds', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kycuong-restored-'));
    // So that the transaction ids of before lie above those of the new cluster.
    await house.owner.unsafe(`do $$ begin
      for i in 1..20000 loop perform pg_current_xact_id(); commit; end loop; end $$`);
    for (const text of ['one', 'two', 'three']) await house.write(text);
    const before = await sealAll();
    await house.write('not sealed yet');
    const cluster = await openEmbedded(folder, () => undefined);
    try {
      const { migrateUrl, appUrl } = await prepareDatabase(cluster.adminUrl, 'restored', 'test');
      await migrate(migrateUrl, appUrl);
      const restored = connect(migrateUrl, { name: 'restore' });
      for (const table of ['trail_entry', 'trail_seal']) {
        await house.tamper(async (from) => {
          const rows = await from.unsafe(`select t::text as row from ${table} t`);
          await restored.sql.unsafe(`alter table ${table} no force row level security`);
          for (const { row } of rows)
            await restored.sql.unsafe(
              `insert into ${table} overriding system value select ($1::text::${table}).*`,
              [row],
            );
          await restored.sql.unsafe(`alter table ${table} force row level security`);
        });
      }
      await restored.sql`select setval('trail_entry_seq_seq', 1000)`;
      await restored.close();
      const connection = connect(appUrl, { name: 'test' });
      const ground = { database: connection.db, now: () => new Date('2026-11-25T02:00:00Z') };
      // Somebody writes before the sealer has noticed anything, and somebody is still writing.
      await ground.database.transaction((tx) => writeEntry(tx, ground, 'after'));
      await ground.database.transaction(async (tx) => {
        await writeEntry(tx, ground, 'still open');
        expect(await sealTrail(ground)).toMatchObject([{ number: before.seals + 1, count: 2 }]);
      });
      expect(await sealTrail(ground)).toMatchObject([{ number: before.seals + 2, count: 1 }]);
      const verdict = await verifyTrail(ground, before.head);
      expect(verdict).toMatchObject({ faults: [], sealedEntries: 6, tail: { count: 0 } });
      await connection.close();
    } finally {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    }
  }, 60_000);
});
