import { changedThings, importLists, mistakenThings } from '@kycuong/domain/organisation/list-import.ts';
import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from '../column.ts';
import { oneOf } from '../one-of.ts';
import { actorId, administers, allOf, anyOf, fence, hasRole, overWhole, signedIn } from '../policy.ts';
import { account } from './access.ts';
import { unit } from './organisation.ts';

/** The file of an import as it came, known by its hash. Seen where an import of it is seen. */
export const importFile = pgTable(
  'import_file',
  {
    sha256: text().primaryKey(),
    bytes: bytea().notNull(),
    size: integer().notNull(),
  },
  (table) => [
    check(
      'import_file_bytes',
      sql`${table.sha256} = encode(sha256(${table.bytes}), 'hex') and ${table.size} = length(${table.bytes})`,
    ),
    ...fence({
      read: sql`exists (select 1 from list_import i where i.sha256 = import_file.sha256)`,
      insert: hasRole('administrator'),
    }),
  ],
);

/** A list that was taken in, by the id of its command: who, when, what was said beside the file, what came of it. */
export const listImport = pgTable(
  'list_import',
  {
    id: uuid().primaryKey(),
    list: text({ enum: importLists }).notNull(),
    /** What was said beside the file: days, the decision. */
    said: jsonb().$type<Readonly<Record<string, string | null>>>().notNull(),
    fileName: text('file_name'),
    sha256: text().references(() => importFile.sha256),
    importedBy: uuid('imported_by').references(() => account.id),
    /** The person's name as it was, or the operating-system account of the command line. */
    importerName: text('importer_name').notNull(),
    importedAt: instant('imported_at').notNull(),
    /** Rows of the file, by what became of them. */
    counts: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
    changes: integer().notNull(),
    digest: text().notNull(),
    takenBackAt: instant('taken_back_at'),
    takenBackBy: uuid('taken_back_by').references(() => account.id),
    takenBackName: text('taken_back_name'),
    takenBackReason: text('taken_back_reason'),
  },
  (table) => [
    index('list_import_at').on(table.importedAt),
    index('list_import_sha256').on(table.sha256),
    index('list_import_imported_by').on(table.importedBy),
    index('list_import_taken_back_by').on(table.takenBackBy),
    check('list_import_list', oneOf(table.list, importLists)),
    ...fence({
      // A list of users names people: whoever administers less than the whole sees what they brought themselves.
      read: anyOf(overWhole('administrator'), sql`${table.importedBy} = ${actorId}`),
      insert: allOf(
        hasRole('administrator'),
        sql`${table.importedBy} is not distinct from ${actorId}`,
        sql`${table.digest} = '' and ${table.takenBackAt} is null`,
      ),
      update: allOf(
        hasRole('administrator'),
        anyOf(overWhole('administrator'), sql`${table.importedBy} = ${actorId}`),
      ),
    }),
  ],
);

/** By a trigger of what changed, while its own person makes the import. */
const noted = sql`pg_trigger_depth() > 0 and list_import_change.import_id = (select import_being_made())`;

/**
 * Each row that an import made or changed, as it was before and is after it. Written by triggers of the tables themselves
 * while an import is under way (`kycuong.import`), so that nothing is left out whichever statement changes it.
 */
export const listImportChange = pgTable(
  'list_import_change',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => listImport.id),
    what: text({ enum: changedThings }).notNull(),
    rowId: uuid('row_id').notNull(),
    /** Null: the import made it. */
    before: jsonb().$type<Readonly<Record<string, unknown>>>(),
    /** Null: the import took it away. */
    after: jsonb().$type<Readonly<Record<string, unknown>>>(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.what, table.rowId] }),
    index('list_import_change_row').on(table.rowId),
    check('list_import_change_what', oneOf(table.what, changedThings)),
    ...fence({
      read: sql`exists (select 1 from list_import i where i.id = list_import_change.import_id)`,
      insert: noted,
      update: noted,
    }),
  ],
);

/**
 * What was recorded by mistake and taken out of its table for it: from then on nothing counts it. Insert-only; `row` is the
 * whole of it as it stood, with the names by which people know it.
 */
export const recordedByMistake = pgTable(
  'recorded_by_mistake',
  {
    id: uuid().primaryKey(),
    what: text({ enum: mistakenThings }).notNull(),
    rowId: uuid('row_id').notNull(),
    row: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Of a role: whose, and over what; null: the whole system. */
    accountId: uuid('account_id').references(() => account.id),
    unitId: uuid('unit_id').references(() => unit.id),
    reason: text().notNull(),
    markedBy: uuid('marked_by').references(() => account.id),
    markerName: text('marker_name').notNull(),
    markedAt: instant('marked_at').notNull(),
  },
  (table) => [
    index('recorded_by_mistake_row').on(table.rowId),
    index('recorded_by_mistake_account').on(table.accountId),
    index('recorded_by_mistake_unit').on(table.unitId),
    index('recorded_by_mistake_marked_by').on(table.markedBy),
    check('recorded_by_mistake_what', oneOf(table.what, mistakenThings)),
    ...fence({
      read: anyOf(
        allOf(sql`${table.accountId} is null`, signedIn),
        overWhole('administrator'),
        administers('recorded_by_mistake.unit_id'),
      ),
      insert: anyOf(
        overWhole('administrator'),
        allOf(sql`${table.accountId} is not null`, administers('recorded_by_mistake.unit_id')),
      ),
    }),
  ],
);
