import { unitKinds, unitLevels } from '@kycuong/domain/organisation/unit-kind.ts';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { oneOf } from '../one-of.ts';
import { allOf, anyOf, atSignIn, fence, madeByTakenBack, overWhole, signedIn } from '../policy.ts';

/**
 * One dated interval of one unit. A rename or a move is another row with the same `identity_id`; a merger is
 * another identity with lineage links. A code alone identifies nothing: it is used again after a reform.
 */
export const unit = pgTable(
  'unit',
  {
    id: uuid().primaryKey(),
    identityId: uuid('identity_id').notNull(),
    codeScheme: text('code_scheme').notNull().default('gso'),
    code: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: unitKinds }).notNull(),
    level: text({ enum: unitLevels }).notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => unit.id),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    /** Last day in force; null while in force. */
    validUntil: date('valid_until', { mode: 'string' }),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
    /** Recorded by mistake, and kept for the papers that name it. Its days are then none: it ends before it begins. */
    mistakenAt: instant('mistaken_at'),
  },
  (table) => [
    // One that was recorded by mistake does not stand in the way of the right one.
    unique('unit_code_from')
      .on(table.codeScheme, table.code, table.validFrom, table.mistakenAt)
      .nullsNotDistinct(),
    index('unit_parent').on(table.parentId),
    index('unit_identity').on(table.identityId),
    check('unit_kind', oneOf(table.kind, unitKinds)),
    check('unit_level', oneOf(table.level, unitLevels)),
    check(
      'unit_interval',
      sql`case when ${table.mistakenAt} is null then ${table.validUntil} is null or ${table.validUntil} >= ${table.validFrom}
        else coalesce(${table.validUntil} = ${table.validFrom} - 1, false) end`,
    ),
    ...fence({
      read: signedIn,
      insert: overWhole('administrator'),
      update: overWhole('administrator'),
      remove: allOf(
        overWhole('administrator'),
        anyOf(
          madeByTakenBack('unit', 'unit.id'),
          sql`exists (select 1 from recorded_by_mistake r where r.what = 'unit' and r.row_id = unit.id)`,
        ),
      ),
    }),
  ],
);

/** Predecessor → successor by a decision on a date; many to many. */
export const unitLineage = pgTable(
  'unit_lineage',
  {
    id: uuid().primaryKey(),
    predecessorId: uuid('predecessor_id')
      .notNull()
      .references(() => unit.id),
    successorId: uuid('successor_id')
      .notNull()
      .references(() => unit.id),
    onDate: date('on_date', { mode: 'string' }).notNull(),
    decision: text().notNull(),
    /** The successor is the same unit going on: lone whole predecessor, same code, same name. */
    continues: boolean().notNull().default(false),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (table) => [
    unique('unit_lineage_link').on(table.predecessorId, table.successorId, table.onDate),
    index('unit_lineage_successor').on(table.successorId),
    ...fence({
      read: signedIn,
      insert: overWhole('administrator'),
      remove: allOf(
        overWhole('administrator'),
        anyOf(
          madeByTakenBack('lineage', 'unit_lineage.id'),
          sql`exists (select 1 from recorded_by_mistake r where r.what = 'lineage' and r.row_id = unit_lineage.id)`,
        ),
      ),
    }),
  ],
);

/**
 * Which unit stands over which: itself, everything below it on any date, and their predecessors.
 * Derived by `rebuild_unit_scope()` after each change of units or lineage.
 */
export const unitScope = pgTable(
  'unit_scope',
  {
    ancestorId: uuid('ancestor_id')
      .notNull()
      .references(() => unit.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.ancestorId] }),
    index('unit_scope_ancestor').on(table.ancestorId),
    ...fence({
      // At sign-in too: a password that is given is judged by where its administrator administers.
      read: anyOf(signedIn, atSignIn),
      insert: overWhole('administrator'),
      remove: overWhole('administrator'),
    }),
  ],
);
