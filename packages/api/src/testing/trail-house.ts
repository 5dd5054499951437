import { connect } from '@kycuong/db/connection.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { createTestDatabase } from '@kycuong/db/testing/test-database.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { ReservedSql, Sql } from 'postgres';
import { type Caller, enter, type Transaction } from '../transaction.ts';
import type { Ground } from '../work.ts';

const caller: Caller = { kind: 'system', name: 'test', roles: ['administrator'] };

/** An entry as any command leaves it. */
export async function writeEntry(
  tx: Transaction,
  ground: Ground,
  text: string,
  senderId?: string,
): Promise<number> {
  await enter(tx, caller, ground.now());
  const [row] = await tx
    .insert(trailEntry)
    .values({
      at: ground.now(),
      senderId,
      actorName: 'Người thử',
      action: 'calendar.set-holiday',
      subjectKind: 'holiday',
      subjectId: text,
      commandId: uuidV7(),
      detail: { text },
    })
    .returning({ seq: trailEntry.seq });
  return row?.seq ?? 0;
}

/** Starts transactions that stay open until told, each on a connection of its own. */
export interface OpenWriter {
  readonly seq: number;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
}

/** A database with nothing but a trail to seal. */
export async function openTrailHouse() {
  const testDatabase = await createTestDatabase();
  const connection = connect(testDatabase.appUrl, { name: 'test', max: 20 });
  let now = new Date('2026-11-23T02:00:00Z');
  const ground: Ground = { database: connection.db, now: () => now };
  const owner: Sql = testDatabase.owner.sql;
  return {
    ground,
    owner,
    app: connection.sql,
    setNow: (iso: string) => {
      now = new Date(iso);
    },
    write: (text: string, senderId?: string) =>
      ground.database.transaction((tx) => writeEntry(tx, ground, text, senderId)),
    /** Writes an entry and leaves its transaction open. */
    begin: async (text: string): Promise<OpenWriter> => {
      const own: ReservedSql = await connection.sql.reserve();
      await own`begin`;
      await own`select set_config('kycuong.door', 'system', true)`;
      const [row] = await own<{ seq: string }[]>`
        insert into trail_entry (at, actor_name, action, subject_kind, subject_id, command_id, detail)
        values (${now.toISOString()}, 'Người thử', 'calendar.set-holiday', 'holiday', ${text}, gen_random_uuid(), ${JSON.stringify({ text })}::jsonb)
        returning seq`;
      const end = async (how: 'commit' | 'rollback') => {
        await own.unsafe(how);
        own.release();
      };
      return { seq: Number(row?.seq), commit: () => end('commit'), rollback: () => end('rollback') };
    },
    /** What only somebody with the owner's password can do: past the triggers and the fence. */
    tamper: async (change: (sql: Sql) => Promise<unknown>) => {
      for (const table of ['trail_entry', 'trail_seal']) {
        await owner.unsafe(`alter table ${table} disable trigger insert_only, no force row level security`);
      }
      await change(owner);
      for (const table of ['trail_entry', 'trail_seal']) {
        await owner.unsafe(`alter table ${table} enable trigger insert_only, force row level security`);
      }
    },
    /** The `seq` of all entries under seals, in the order of the seals. */
    sealedSeqs: async () => {
      const rows = await connection.sql.begin(async (tx) => {
        await tx`select set_config('kycuong.door', 'system', true)`;
        return tx<{ seq: string }[]>`
          select e.seq from trail_seal s join trail_entry e on s.entries @> e.seq order by s.number, e.seq`;
      });
      return rows.map(({ seq }) => Number(seq));
    },
    close: async () => {
      await connection.close();
      await testDatabase.drop();
    },
  };
}
export type TrailHouse = Awaited<ReturnType<typeof openTrailHouse>>;
