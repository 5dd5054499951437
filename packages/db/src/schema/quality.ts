import { qualityEventKinds } from '@kycuong/domain/quality/quality-event.ts';
import { boolean, check, date, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { oneOf } from '../one-of.ts';
import {
  administers,
  anyOf,
  fence,
  heads,
  isSystem,
  overseesQuality,
  overWhole,
  runsQuality,
  signedIn,
} from '../policy.ts';
import { account } from './access.ts';
import { unit } from './organisation.ts';

/** A declaration is public; jobs and the administrator's reports count all of them. */
export const readsQuality = (table: string) =>
  anyOf(
    isSystem,
    administers(`${table}.unit_id`),
    overseesQuality(`${table}.unit_id`),
    heads(`${table}.unit_id`),
  );
const writes = (table: string) => anyOf(runsQuality(`${table}.unit_id`), heads(`${table}.unit_id`));

/** An edition of the standard; a new one is a row, not a release of the software. */
export const standardEdition = pgTable(
  'standard_edition',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    effectiveFrom: date('effective_from', { mode: 'string' }),
    supersededOn: date('superseded_on', { mode: 'string' }),
    source: text().notNull(),
    mark: text({ enum: ['V', 'M', 'P'] }).notNull(),
  },
  () => [
    ...fence({
      read: signedIn,
      insert: overWhole('administrator', 'quality-office'),
      update: overWhole('administrator', 'quality-office'),
    }),
  ],
);

/** The quality management system of one unit. Its status is never stored: it follows from dated events. */
export const qualitySystem = pgTable(
  'quality_system',
  {
    id: uuid().primaryKey(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    editionId: text('edition_id')
      .notNull()
      .references(() => standardEdition.id),
    scope: text().notNull(),
    startedOn: date('started_on', { mode: 'string' }).notNull(),
    /** Loaded with the demo story: not a fact about the unit. */
    sample: boolean().notNull().default(false),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => account.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    unique('quality_system_unit').on(table.unitId),
    index('quality_system_edition').on(table.editionId),
    index('quality_system_recorded_by').on(table.recordedBy),
    ...fence({
      read: readsQuality('quality_system'),
      insert: writes('quality_system'),
      update: writes('quality_system'),
    }),
  ],
);

/** What happened to a quality system on a day: built, applied, declared, declared again, closed. */
export const qualityEvent = pgTable(
  'quality_event',
  {
    id: uuid().primaryKey(),
    systemId: uuid('system_id')
      .notNull()
      .references(() => qualitySystem.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    kind: text({ enum: qualityEventKinds }).notNull(),
    onDate: date('on_date', { mode: 'string' }).notNull(),
    /** Decision number, reason, edition: what the kind of event carries. */
    facts: jsonb().$type<Record<string, string>>().notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => account.id),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    index('quality_event_system').on(table.systemId, table.onDate),
    index('quality_event_unit').on(table.unitId),
    index('quality_event_recorded_by').on(table.recordedBy),
    check('quality_event_kind', oneOf(table.kind, qualityEventKinds)),
    ...fence({ read: readsQuality('quality_event'), insert: writes('quality_event') }),
  ],
);
