import { conformities } from '@kycuong/domain/checklist/conformity.ts';
import { visitStates } from '@kycuong/domain/visit/visit-state.ts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { oneOf } from '../one-of.ts';
import { allOf, anyOf, fence, heads, isSystem, onTeam, oversees, runsProgramme } from '../policy.ts';
import { account } from './access.ts';
import { unit } from './organisation.ts';
import { round } from './planning.ts';

/** One visit of a round to one unit. */
export const visit = pgTable(
  'visit',
  {
    id: uuid().primaryKey(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    plannedOn: date('planned_on', { mode: 'string' }).notNull(),
    status: text({ enum: visitStates }).notNull(),
    /** Unannounced: the unit learns of it only when the team has checked in. */
    keptSecret: boolean('kept_secret').notNull(),
    /** Set when the round is issued. */
    issuedAt: instant('issued_at'),
    /** By the server's clock; the device's own is with the command. */
    checkedInAt: instant('checked_in_at'),
    submittedAt: instant('submitted_at'),
    submittedBy: uuid('submitted_by').references(() => account.id),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by').references(() => account.id),
  },
  (table) => [
    index('visit_round').on(table.roundId),
    index('visit_unit').on(table.unitId),
    index('visit_submitted_by').on(table.submittedBy),
    index('visit_closed_by').on(table.closedBy),
    check('visit_status', oneOf(table.status, visitStates)),
    ...fence({
      read: anyOf(
        // The system keeps what a person wrote who may not see the visit any more.
        isSystem,
        onTeam('visit.round_id'),
        oversees('visit.unit_id'),
        allOf(
          heads('visit.unit_id'),
          sql.raw(
            'visit.issued_at is not null and (not visit.kept_secret or visit.checked_in_at is not null)',
          ),
        ),
      ),
      insert: runsProgramme('visit.unit_id'),
      update: anyOf(onTeam('visit.round_id'), runsProgramme('visit.unit_id')),
    }),
  ],
);

/** The command that last wrote a field of an answer, with its stamp: what a later one is compared with. */
export interface FieldWriter {
  command: string;
  clock: string;
  author: string;
}

/** What now stands for one checklist line. The history, with every overtaken value, is `field_command`. */
export const answer = pgTable(
  'answer',
  {
    visitId: uuid('visit_id')
      .notNull()
      .references(() => visit.id),
    itemCode: text('item_code').notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    conformity: text({ enum: conformities }),
    count: integer(),
    note: text(),
    writers: jsonb().$type<Partial<Record<'conformity' | 'count' | 'note', FieldWriter>>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.visitId, table.itemCode] }),
    index('answer_round').on(table.roundId),
    index('answer_unit').on(table.unitId),
    check('answer_conformity', oneOf(table.conformity, conformities)),
    ...fence({
      read: anyOf(onTeam('answer.round_id'), oversees('answer.unit_id')),
      insert: onTeam('answer.round_id'),
      update: onTeam('answer.round_id'),
    }),
  ],
);
