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
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { oneOf } from '../one-of.ts';
import { fence, overWhole, signedIn } from '../policy.ts';

const writers = overWhole('administrator', 'programme-office');

/** Law as dated data: a case keeps the basis in force on its own date. */
export const legalBasis = pgTable(
  'legal_basis',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    titleEn: text('title_en').notNull(),
    number: text(),
    article: text(),
    effectiveFrom: date('effective_from', { mode: 'string' }).notNull(),
    effectiveUntil: date('effective_until', { mode: 'string' }),
    /** What holds in its place from `effectiveUntil` on. */
    replacedBy: text('replaced_by').array().notNull().default([]),
    source: text().notNull(),
    mark: text({ enum: ['V', 'M', 'P'] }).notNull(),
    /** Recorded by the province: what is shipped never writes over it. */
    byProvince: boolean('by_province').notNull().default(false),
  },
  () => [...fence({ read: signedIn, insert: writers, update: writers })],
);

/** A published version never changes: `content` is replaced only while it is a draft. */
export const checklistVersion = pgTable(
  'checklist_version',
  {
    id: uuid().primaryKey(),
    code: text().notNull(),
    number: integer().notNull(),
    status: text({ enum: ['draft', 'published'] }).notNull(),
    titleVi: text('title_vi').notNull(),
    titleEn: text('title_en').notNull(),
    content: jsonb().$type<unknown>().notNull(),
    publishedAt: instant('published_at'),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (table) => [
    unique('checklist_version_number').on(table.code, table.number),
    index('checklist_version_status').on(table.status),
    check('checklist_version_status', oneOf(table.status, ['draft', 'published'])),
    ...fence({ read: signedIn, insert: writers, update: writers }),
  ],
);
