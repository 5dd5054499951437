import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, xid8 } from '../column.ts';
import { anyOf, fence, hasRole, isSystem, signedIn } from '../policy.ts';
import { account } from './access.ts';
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
    index('trail_entry_subject').on(table.subjectKind, table.subjectId),
    index('trail_entry_unit').on(table.unitId),
    index('trail_entry_command').on(table.commandId),
    ...fence({ read: anyOf(hasRole('administrator'), isSystem), insert: anyOf(signedIn, isSystem) }),
  ],
);
