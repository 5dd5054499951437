import { severities } from '@kycuong/domain/finding/severity.ts';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { ofVisit } from '../of-visit.ts';
import { oneOf } from '../one-of.ts';
import { allOf, anyOf, fence, heads, inspects, onTeam, oversees, runsProgramme } from '../policy.ts';
import { account } from './access.ts';
import { unit } from './organisation.ts';
import { round } from './planning.ts';

/** What was found. Append-only in substance: amending adds a revision, this row shows the latest. */
export const finding = pgTable(
  'finding',
  {
    id: uuid().primaryKey(),
    ...ofVisit(),
    itemCode: text('item_code'),
    title: text().notNull(),
    description: text().notNull(),
    severity: text({ enum: severities }).notNull(),
    legalBasisIds: text('legal_basis_ids').array().notNull(),
    revision: integer().notNull(),
    raisedBy: uuid('raised_by')
      .notNull()
      .references(() => account.id),
    /** When it was written, by the server's clock as far as the device knew its distance; and when it arrived. */
    raisedAt: instant('raised_at').notNull(),
    /** What the device's own clock said, where that is another time. */
    deviceAt: instant('device_at'),
    /** The device did not know its distance: `raisedAt` is what its own clock said. */
    clockUnknown: boolean('clock_unknown').notNull().default(false),
    recordedAt: instant('recorded_at').notNull(),
    /** When the conclusion that carries it was issued; before that the unit does not see it. */
    releasedAt: instant('released_at'),
  },
  (table) => [
    index('finding_visit').on(table.visitId),
    index('finding_round').on(table.roundId),
    index('finding_unit').on(table.unitId),
    index('finding_raised_by').on(table.raisedBy),
    index('finding_item').on(table.itemCode, table.unitId),
    check('finding_severity', oneOf(table.severity, severities)),
    ...fence({
      read: anyOf(
        onTeam('finding.round_id'),
        oversees('finding.unit_id'),
        allOf(
          anyOf(heads('finding.unit_id'), inspects('finding.unit_id')),
          sql.raw('finding.released_at is not null'),
        ),
      ),
      insert: onTeam('finding.round_id'),
      update: anyOf(onTeam('finding.round_id'), runsProgramme('finding.unit_id')),
    }),
  ],
);

/** Every version of a finding; `id` is the command that wrote it. */
export const findingRevision = pgTable(
  'finding_revision',
  {
    id: uuid().primaryKey(),
    findingId: uuid('finding_id')
      .notNull()
      .references(() => finding.id),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    revision: integer().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    severity: text({ enum: severities }).notNull(),
    legalBasisIds: text('legal_basis_ids').array().notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => account.id),
    /** By the server's clock; the device's own is with the command. */
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [
    unique('finding_revision_number').on(table.findingId, table.revision),
    index('finding_revision_round').on(table.roundId),
    index('finding_revision_unit').on(table.unitId),
    index('finding_revision_written_by').on(table.writtenBy),
    check('finding_revision_severity', oneOf(table.severity, severities)),
    ...fence({
      read: anyOf(onTeam('finding_revision.round_id'), oversees('finding_revision.unit_id')),
      insert: onTeam('finding_revision.round_id'),
    }),
  ],
);
