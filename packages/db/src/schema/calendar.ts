import { boolean, check, date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { oneOf } from '../one-of.ts';
import { fence, overWhole, signedIn } from '../policy.ts';

const writers = overWhole('administrator', 'programme-office');

/** A day that differs from the week's rhythm: off on a weekday, or worked on a weekend. */
export const holiday = pgTable(
  'holiday',
  {
    date: date({ mode: 'string' }).primaryKey(),
    kind: text({ enum: ['off', 'worked'] }).notNull(),
    nameVi: text('name_vi').notNull(),
    nameEn: text('name_en').notNull(),
    source: text().notNull(),
    /** V read in the source, M from memory, P provincial practice. */
    mark: text({ enum: ['V', 'M', 'P'] }).notNull(),
  },
  (table) => [
    check('holiday_kind', oneOf(table.kind, ['off', 'worked'])),
    ...fence({ read: signedIn, insert: writers, update: writers, remove: writers }),
  ],
);

/** Whether the yearly notice has been entered; until then deadlines in that year are provisional. */
export const calendarYear = pgTable(
  'calendar_year',
  { year: integer().primaryKey(), confirmed: boolean().notNull(), source: text().notNull() },
  () => [...fence({ read: signedIn, insert: writers, update: writers })],
);
