import { createHash } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';

/**
 * An entry as the seal reads it, every value the text that PostgreSQL writes for it. A dump and its restore give the
 * same text, so a seal made before still holds after.
 */
export const SealedEntry = z.object({
  seq: z.string(),
  xid: z.string(),
  at: z.string(),
  actorId: z.nullable(z.string()),
  actorName: z.string(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  unitId: z.nullable(z.string()),
  commandId: z.string(),
  detail: z.string(),
  senderId: z.nullable(z.string()),
  deviceId: z.nullable(z.string()),
});
export type SealedEntry = z.infer<typeof SealedEntry>;

/** In this order for good. */
const sealedFields = [
  'seq',
  'xid',
  'at',
  'actorId',
  'actorName',
  'action',
  'subjectKind',
  'subjectId',
  'unitId',
  'commandId',
  'detail',
] as const satisfies readonly (keyof SealedEntry)[];

/** The columns of `trail_entry e` as a `SealedEntry`. */
export const sealedColumns: SQL = sql.raw(`e.seq::text as "seq", e.xid::text as "xid",
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at", e.actor_id::text as "actorId",
  e.actor_name as "actorName", e.action as "action", e.subject_kind as "subjectKind",
  e.subject_id as "subjectId", e.unit_id::text as "unitId", e.command_id::text as "commandId",
  e.detail::text as "detail", e.sender_id::text as "senderId", e.device_id::text as "deviceId"`);

/**
 * What stands under a seal beside the fields above. `devices`: device and sender, of entries with a device; entries that
 * have neither are the same to both. Which of the two a seal was made by need not be said: no entries give the same hash by both
 * if any was brought in on no device's word.
 */
export type Sealing = 'senders' | 'devices';

/** SHA-256 over entries in the order of (xid, seq), one JSON array a line. */
export function contentHasher(sealing: Sealing = 'senders') {
  const hash = createHash('sha256');
  return {
    add: (entry: SealedEntry) => {
      const values = sealedFields.map((name) => entry[name]);
      const { senderId, deviceId } = entry;
      // Entries that name nobody are hashed as they were before there was anybody to name.
      const hasSender = sealing === 'senders' && senderId !== null;
      if (deviceId !== null || hasSender) values.push(senderId, deviceId);
      hash.update(`${JSON.stringify(values)}\n`);
    },
    digest: () => hash.digest('hex'),
  };
}

/** What a seal says of itself. */
export interface SealFacts {
  readonly number: number;
  readonly previousHash: string;
  readonly cluster: string;
  readonly watermark: string;
  readonly entries: string;
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly count: number;
  readonly contentHash: string;
  readonly sealedAt: Date;
}

/** The link of the chain: over the seal before, and everything that this seal says. */
export function sealHash(facts: SealFacts): string {
  const { number, previousHash, cluster, watermark, entries, fromSeq, toSeq, count, contentHash } = facts;
  const said = ['kycuong-seal-1', number, previousHash, cluster, watermark, entries, fromSeq, toSeq, count];
  return createHash('sha256')
    .update(JSON.stringify([...said, contentHash, facts.sealedAt.toISOString()]))
    .digest('hex');
}
