import { date, index, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { anyOf, fence, heads, runsQuality } from '../policy.ts';
import { account } from './access.ts';
import { unit } from './organisation.ts';
import { qualitySystem, readsQuality } from './quality.ts';

const fenceOf = (table: string) =>
  fence({
    read: readsQuality(table),
    insert: anyOf(runsQuality(`${table}.unit_id`), heads(`${table}.unit_id`)),
  });

/** What both kinds of record have: of which system, what it says, and who recorded it. */
const recorded = () => ({
  id: uuid().primaryKey(),
  systemId: uuid('system_id')
    .notNull()
    .references(() => qualitySystem.id),
  unitId: uuid('unit_id')
    .notNull()
    .references(() => unit.id),
  content: jsonb().$type<unknown>().notNull(),
  recordedBy: uuid('recorded_by')
    .notNull()
    .references(() => account.id),
  recordedAt: instant('recorded_at').notNull(),
});

/** Internal audit (đánh giá nội bộ; ISO 9001, 9.2). */
export const internalAudit = pgTable(
  'internal_audit',
  {
    ...recorded(),
    auditedOn: date('audited_on', { mode: 'string' }).notNull(),
  },
  (table) => [
    index('internal_audit_system').on(table.systemId, table.auditedOn),
    index('internal_audit_unit').on(table.unitId),
    index('internal_audit_recorded_by').on(table.recordedBy),
    ...fenceOf('internal_audit'),
  ],
);

/** Management review (xem xét của lãnh đạo; ISO 9001, 9.3). */
export const managementReview = pgTable(
  'management_review',
  {
    ...recorded(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
  },
  (table) => [
    index('management_review_system').on(table.systemId, table.heldOn),
    index('management_review_unit').on(table.unitId),
    index('management_review_recorded_by').on(table.recordedBy),
    ...fenceOf('management_review'),
  ],
);
