import type { Sql } from 'postgres';

interface FeedRow {
  readonly feed_xid: string;
  readonly feed_seq: string;
  readonly id: string;
  readonly visit_id: string;
  readonly author_id: string;
  readonly action: string;
  readonly clock: string;
  readonly base: string | null;
  readonly written_at: Date;
  readonly device_id: string;
  readonly received_at: Date;
  readonly payload: unknown;
}

/** The commands of a round after a place in the feed, as JSON in the form of a pull's answer. */
export async function readChanges(sql: Sql, roundId: string, after: string): Promise<string> {
  const [xid = '0', seq = '0'] = after.split(':');
  const rows = await sql<FeedRow[]>`
    select f.xid as feed_xid, f.seq as feed_seq,
      c.id, c.visit_id, c.author_id, c.action, c.clock, c.base, c.written_at,
      c.device_id, c.received_at, c.payload
    from change_feed f join field_command c on c.id = f.command_id
    where f.round_id = ${roundId} and (f.xid, f.seq) > (${xid}::xid8, ${seq}::bigint)
    order by f.xid, f.seq
    limit 1000`;
  const last = rows.at(-1);
  return JSON.stringify({
    cursor: last === undefined ? after : `${last.feed_xid}:${last.feed_seq}`,
    more: rows.length === 1000,
    changes: rows.map((row) => ({
      kind: 'command',
      visitId: row.visit_id,
      command: {
        id: row.id,
        action: row.action,
        author: row.author_id,
        clock: row.clock,
        base: row.base,
        writtenAt: row.written_at.toISOString(),
        device: row.device_id,
        receivedAt: row.received_at.toISOString(),
        payload: row.payload,
      },
    })),
    serverTime: new Date().toISOString(),
  });
}
