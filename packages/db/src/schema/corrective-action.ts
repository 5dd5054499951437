import { deadlineEvents, deadlineUnits } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import {
  answerOutcomes,
  correctiveActionStates,
} from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { severities } from '@kycuong/domain/finding/severity.ts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { oneOf } from '../one-of.ts';
import { anyOf, fence, heads, inspects, onTeam, oversees, runsProgramme } from '../policy.ts';
import { account } from './access.ts';
import { conclusion } from './conclusion.ts';
import { finding } from './finding.ts';
import { unit } from './organisation.ts';
import { round } from './planning.ts';

/** What a conclusion asks of a unit (yêu cầu khắc phục; ISO 9001, 10.2). */
export const correctiveAction = pgTable(
  'corrective_action',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    conclusionId: uuid('conclusion_id')
      .notNull()
      .references(() => conclusion.id),
    findingId: uuid('finding_id')
      .notNull()
      .references(() => finding.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    itemCode: text('item_code'),
    title: text().notNull(),
    requirement: text().notNull(),
    severity: text({ enum: severities }).notNull(),
    /** The conclusion's date. */
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    /** Last day for the answer, fixed when issued. */
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** How many of `dueUnit`; null where a day was named. The column is from when only working days were counted. */
    dueAmount: integer('due_in_working_days'),
    dueUnit: text('due_unit', { enum: deadlineUnits }).notNull().default('working-day'),
    dueEvent: text('due_event', { enum: deadlineEvents }).notNull().default('issue'),
    /** Day on which the clock starts, itself not counted; null: that of the issue. */
    countedFrom: date('counted_from', { mode: 'string' }),
    status: text({ enum: correctiveActionStates }).notNull(),
    recordedAt: instant('recorded_at').notNull(),
    acceptedAt: instant('accepted_at'),
    acceptedBy: uuid('accepted_by').references(() => account.id),
    /** Asked a second time by two who issued at once, from before this was looked at. */
    askedTwice: boolean('asked_twice').notNull().default(false),
  },
  (table) => [
    unique('corrective_action_code').on(table.code),
    uniqueIndex('corrective_action_asked')
      .on(table.conclusionId, table.findingId)
      .where(sql`not ${table.askedTwice}`),
    index('corrective_action_round').on(table.roundId),
    index('corrective_action_conclusion').on(table.conclusionId),
    index('corrective_action_finding').on(table.findingId),
    index('corrective_action_unit').on(table.unitId),
    index('corrective_action_accepted_by').on(table.acceptedBy),
    check('corrective_action_status', oneOf(table.status, correctiveActionStates)),
    check('corrective_action_due_unit', oneOf(table.dueUnit, deadlineUnits)),
    check('corrective_action_due_event', oneOf(table.dueEvent, deadlineEvents)),
    check('corrective_action_severity', oneOf(table.severity, severities)),
    ...fence({
      read: anyOf(
        oversees('corrective_action.unit_id'),
        heads('corrective_action.unit_id'),
        onTeam('corrective_action.round_id'),
        inspects('corrective_action.unit_id'),
      ),
      insert: runsProgramme('corrective_action.unit_id'),
      update: anyOf(runsProgramme('corrective_action.unit_id'), heads('corrective_action.unit_id')),
    }),
  ],
);

const answerFence = (table: string) => ({
  read: anyOf(oversees(`${table}.unit_id`), heads(`${table}.unit_id`)),
  insert: heads(`${table}.unit_id`),
});

/** One answer of the unit, and what the programme office made of it. */
export const correctiveActionAnswer = pgTable(
  'corrective_action_answer',
  {
    id: uuid().primaryKey(),
    actionId: uuid('action_id')
      .notNull()
      .references(() => correctiveAction.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    content: jsonb().$type<unknown>().notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => account.id),
    submittedAt: instant('submitted_at').notNull(),
    outcome: text({ enum: answerOutcomes }),
    outcomeReason: text('outcome_reason'),
    outcomeBy: uuid('outcome_by').references(() => account.id),
    outcomeAt: instant('outcome_at'),
    /** Handed in beside one that stands, by two at once, from before this was looked at. */
    sentTwice: boolean('sent_twice').notNull().default(false),
  },
  (table) => [
    // One waits or was accepted; any number was returned.
    uniqueIndex('corrective_action_answer_standing')
      .on(table.actionId)
      .where(sql`${table.outcome} is distinct from 'returned' and not ${table.sentTwice}`),
    index('corrective_action_answer_action').on(table.actionId),
    index('corrective_action_answer_unit').on(table.unitId),
    index('corrective_action_answer_submitted_by').on(table.submittedBy),
    index('corrective_action_answer_outcome_by').on(table.outcomeBy),
    check('corrective_action_answer_outcome', oneOf(table.outcome, answerOutcomes)),
    ...fence({
      ...answerFence('corrective_action_answer'),
      update: runsProgramme('corrective_action_answer.unit_id'),
    }),
  ],
);

/** What the unit is still writing; only the unit sees it. */
export const correctiveActionDraft = pgTable(
  'corrective_action_draft',
  {
    actionId: uuid('action_id')
      .primaryKey()
      .references(() => correctiveAction.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    /** Counts the saves: whoever goes on from an older one is told. */
    version: integer().notNull().default(1),
    content: jsonb().$type<unknown>().notNull(),
    savedBy: uuid('saved_by')
      .notNull()
      .references(() => account.id),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    index('corrective_action_draft_unit').on(table.unitId),
    index('corrective_action_draft_saved_by').on(table.savedBy),
    ...fence({
      read: heads('corrective_action_draft.unit_id'),
      insert: heads('corrective_action_draft.unit_id'),
      update: heads('corrective_action_draft.unit_id'),
      remove: heads('corrective_action_draft.unit_id'),
    }),
  ],
);
