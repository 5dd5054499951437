import { conclusionStates } from '@kycuong/domain/conclusion/conclusion-state.ts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { numberKey } from '../number-key.ts';
import { oneOf } from '../one-of.ts';
import { allOf, anyOf, fence, onTeam, oversees, runsProgramme } from '../policy.ts';
import { account } from './access.ts';
import { unit } from './organisation.ts';
import { round } from './planning.ts';

/** Report and draft by the team leader, then the conclusion notice (thông báo kết luận) as issued. */
export const conclusion = pgTable(
  'conclusion',
  {
    id: uuid().primaryKey(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    leadUnitId: uuid('lead_unit_id')
      .notNull()
      .references(() => unit.id),
    status: text({ enum: conclusionStates }).notNull(),
    content: jsonb().$type<unknown>().notNull(),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => account.id),
    submittedAt: instant('submitted_at').notNull(),
    number: text(),
    /** Issued under a number that an earlier conclusion has, from before this was looked at. */
    numberTwice: boolean('number_twice').notNull().default(false),
    issuedOn: date('issued_on', { mode: 'string' }),
    signer: text(),
    /** For whom it is signed (`KT. GIÁM ĐỐC`); null where the head signed for themselves. */
    signerAuthority: text('signer_authority'),
    signerTitle: text('signer_title'),
    /** The part of the agency that drafted it; null of what an earlier release issued. */
    draftedBy: text('drafted_by'),
    /** What the notice tells of the round, fixed at the issue; null of what an earlier release issued. */
    overview: jsonb().$type<unknown>(),
    issuedBy: uuid('issued_by').references(() => account.id),
    issuedAt: instant('issued_at'),
  },
  (table) => [
    unique('conclusion_round').on(table.roundId),
    uniqueIndex('conclusion_number')
      .on(table.leadUnitId, sql`extract(year from ${table.issuedOn})`, numberKey(table.number))
      .where(sql`${table.number} is not null and not ${table.numberTwice}`),
    index('conclusion_lead_unit').on(table.leadUnitId),
    index('conclusion_submitted_by').on(table.submittedBy),
    index('conclusion_issued_by').on(table.issuedBy),
    check('conclusion_status', oneOf(table.status, conclusionStates)),
    ...fence({
      read: anyOf(
        onTeam('conclusion.round_id'),
        oversees('conclusion.lead_unit_id'),
        allOf(
          sql.raw('conclusion.issued_at is not null'),
          sql.raw('exists (select 1 from corrective_action a where a.conclusion_id = conclusion.id)'),
        ),
      ),
      insert: onTeam('conclusion.round_id'),
      update: anyOf(onTeam('conclusion.round_id'), runsProgramme('conclusion.lead_unit_id')),
    }),
  ],
);
