import { teamRoles } from '@kycuong/domain/access/role.ts';
import { deadlineEvents } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { processSteps } from '@kycuong/domain/planning/process-deadline.ts';
import { roundFields, roundForms } from '@kycuong/domain/planning/round-kind.ts';
import { roundStates } from '@kycuong/domain/planning/round-state.ts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { numberKey } from '../number-key.ts';
import { oneOf } from '../one-of.ts';
import {
  actorId,
  anyOf,
  fence,
  isSystem,
  onTeam,
  oversees,
  overWhole,
  runsProgramme,
  seesVisitOf,
  signedIn,
} from '../policy.ts';
import { account } from './access.ts';
import { checklistVersion } from './checklist.ts';
import { unit } from './organisation.ts';

/** An inspection round: one decision, one team, one checklist version, visits to one or more units. */
export const round = pgTable(
  'round',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    name: text().notNull(),
    form: text({ enum: roundForms }).notNull(),
    field: text({ enum: roundFields }).notNull(),
    decisionNo: text('decision_no').notNull(),
    decisionDate: date('decision_date', { mode: 'string' }).notNull(),
    /** Issued under a number that an earlier round has, from before this was looked at. */
    decisionTwice: boolean('decision_twice').notNull().default(false),
    decidedBy: text('decided_by').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    /** The time that is looked into (thời kỳ kiểm tra), where the decision names one. */
    periodFrom: date('period_from', { mode: 'string' }),
    periodTo: date('period_to', { mode: 'string' }),
    /** When the units were told; null while not, and for unannounced rounds. */
    noticedOn: date('noticed_on', { mode: 'string' }),
    /** Why they were told later than they should have been. */
    shortNoticeReason: text('short_notice_reason'),
    leadUnitId: uuid('lead_unit_id')
      .notNull()
      .references(() => unit.id),
    checklistVersionId: uuid('checklist_version_id')
      .notNull()
      .references(() => checklistVersion.id),
    status: text({ enum: roundStates }).notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => account.id),
    issuedAt: instant('issued_at'),
    concludedAt: instant('concluded_at'),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (table) => [
    unique('round_code').on(table.code),
    uniqueIndex('round_decision')
      .on(table.leadUnitId, sql`extract(year from ${table.decisionDate})`, numberKey(table.decisionNo))
      .where(sql`${table.status} <> 'draft' and not ${table.decisionTwice}`),
    index('round_lead_unit').on(table.leadUnitId),
    index('round_checklist_version').on(table.checklistVersionId),
    index('round_created_by').on(table.createdBy),
    check('round_form', oneOf(table.form, roundForms)),
    check('round_field', oneOf(table.field, roundFields)),
    check('round_status', oneOf(table.status, roundStates)),
    ...fence({
      read: anyOf(onTeam('round.id'), oversees('round.lead_unit_id'), seesVisitOf('round.id')),
      insert: runsProgramme('round.lead_unit_id'),
      update: runsProgramme('round.lead_unit_id'),
    }),
  ],
);

export const roundMember = pgTable(
  'round_member',
  {
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    role: text({ enum: teamRoles }).notNull(),
    /** The round's lead unit, repeated so that the fence needs no look into the round. */
    leadUnitId: uuid('lead_unit_id')
      .notNull()
      .references(() => unit.id),
    assignedAt: instant('assigned_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.accountId] }),
    index('round_member_account').on(table.accountId),
    index('round_member_lead_unit').on(table.leadUnitId),
    check('round_member_role', oneOf(table.role, teamRoles)),
    ...fence({
      read: anyOf(
        sql`${table.accountId} = ${actorId}`,
        // Whether a device that hands in by itself has anything to do with a visit.
        isSystem,
        onTeam('round_member.round_id'),
        oversees('round_member.lead_unit_id'),
        // A unit that may see the visit may know who comes.
        seesVisitOf('round_member.round_id'),
      ),
      insert: runsProgramme('round_member.lead_unit_id'),
      update: runsProgramme('round_member.lead_unit_id'),
    }),
  ],
);

/** The time of a step of an inspection where the province has written its own over the shipped one. */
export const processDeadline = pgTable(
  'process_deadline',
  {
    step: text({ enum: processSteps }).notNull(),
    /** Empty where it is for every field that has none of its own. */
    field: text({ enum: ['', ...roundFields] }).notNull(),
    amount: integer().notNull(),
    unit: text({ enum: ['working-day', 'day', 'month'] }).notNull(),
    event: text({ enum: deadlineEvents }).notNull(),
    source: text().notNull(),
    mark: text({ enum: ['V', 'M', 'P'] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.step, table.field] }),
    check('process_deadline_step', oneOf(table.step, processSteps)),
    check('process_deadline_unit', oneOf(table.unit, ['working-day', 'day', 'month'])),
    check('process_deadline_event', oneOf(table.event, deadlineEvents)),
    ...fence({
      read: signedIn,
      insert: overWhole('administrator', 'programme-office'),
      update: overWhole('administrator', 'programme-office'),
    }),
  ],
);

/** The last number given out in a series such as `KT-2026`; one row a series. */
export const numberSeries = pgTable(
  'number_series',
  { key: text().primaryKey(), last: integer().notNull() },
  () => [...fence({ read: signedIn, insert: signedIn, update: signedIn })],
);
