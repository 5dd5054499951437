import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, int8multirange, xid8 } from '../column.ts';
import {
  administers,
  allOf,
  anyOf,
  beforeConclusion,
  fence,
  hasRole,
  isSystem,
  namesSecret,
  overWhole,
  signedIn,
} from '../policy.ts';
import { account } from './access.ts';
import { device } from './device.ts';
import { unit } from './organisation.ts';

/** The audit trail: one entry a command, in the command's own transaction. Insert-only for the application. */
export const trailEntry = pgTable(
  'trail_entry',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    at: instant('at').notNull(),
    actorId: uuid('actor_id').references(() => account.id),
    /** Who handed the command in, when that was not the person who acted. */
    senderId: uuid('sender_id').references(() => account.id),
    /** The device on whose signature it was taken for its author's; null: the author's own session, or somebody admitted it. */
    deviceId: uuid('device_id').references(() => device.id),
    /** The person's name as it was, or the operating-system account of the command line. */
    actorName: text('actor_name').notNull(),
    action: text().notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    unitId: uuid('unit_id').references(() => unit.id),
    commandId: uuid('command_id').notNull(),
    detail: jsonb().$type<unknown>().notNull(),
  },
  (table) => [
    index('trail_entry_actor').on(table.actorId),
    index('trail_entry_sender').on(table.senderId).where(sql`sender_id is not null`),
    index('trail_entry_device').on(table.deviceId).where(sql`device_id is not null`),
    index('trail_entry_subject').on(table.subjectKind, table.subjectId),
    index('trail_entry_unit').on(table.unitId),
    index('trail_entry_command').on(table.commandId),
    // The sealer asks for what was written since a transaction.
    index('trail_entry_xid').on(table.xid, table.seq),
    ...fence({
      read: anyOf(
        isSystem,
        allOf(
          anyOf(overWhole('administrator'), administers('trail_entry.unit_id')),
          sql`not ${namesSecret('trail_entry.subject_id || trail_entry.detail::text')}`,
          sql`not (${beforeConclusion('trail_entry.subject_id')})`,
        ),
      ),
      insert: anyOf(signedIn, isSystem),
    }),
  ],
);

/**
 * A link of the chain over the audit trail. It names the entries under it one by one, not by a range of transactions:
 * those are counted anew in another cluster. Insert-only, by the sealer alone.
 */
export const trailSeal = pgTable(
  'trail_seal',
  {
    number: bigint({ mode: 'number' }).primaryKey(),
    /** `hash` of the seal before; empty for the first. */
    previousHash: text('previous_hash').notNull().unique(),
    /** System identifier of the PostgreSQL cluster by whose transaction ids `watermark` counts. */
    cluster: text().notNull(),
    /** Every entry of a lower transaction of this cluster is under this seal or an earlier one. */
    watermark: xid8().notNull(),
    /** `seq` of each entry under this seal; `fromSeq` and `toSeq` are the least and the greatest. */
    entries: int8multirange().notNull(),
    fromSeq: bigint('from_seq', { mode: 'number' }).notNull(),
    toSeq: bigint('to_seq', { mode: 'number' }).notNull(),
    count: integer().notNull(),
    /** SHA-256, hex: of the entries; and of all of the above with it. */
    contentHash: text('content_hash').notNull(),
    hash: text().notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (table) => [
    index('trail_seal_to_seq').on(table.toSeq),
    // Numbers and hashes alone: who reads any of the entries is told under which seal each lies.
    ...fence({ read: anyOf(hasRole('administrator'), isSystem), insert: isSystem }),
  ],
);
