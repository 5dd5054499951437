import { draftForms } from '@kycuong/domain/draft/draft-form.ts';
import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { oneOf } from '../one-of.ts';
import { actorId, anyOf, fence, isSystem } from '../policy.ts';
import { account } from './access.ts';

/** A form that one person has begun; nobody else sees it. The system clears away what was left for long. */
export const formDraft = pgTable(
  'form_draft',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    form: text({ enum: draftForms }).notNull(),
    /** Of which thing; null where it does not exist yet. */
    about: uuid(),
    /** Counts the saves. */
    version: integer().notNull(),
    /** The fields as typed, without passwords. */
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    unique('form_draft_place').on(table.accountId, table.form, table.about).nullsNotDistinct(),
    index('form_draft_saved_at').on(table.savedAt),
    check('form_draft_form', oneOf(table.form, draftForms)),
    ...fence({
      read: anyOf(isSystem, sql`${table.accountId} = ${actorId}`),
      insert: sql`${table.accountId} = ${actorId}`,
      update: sql`${table.accountId} = ${actorId}`,
      remove: anyOf(isSystem, sql`${table.accountId} = ${actorId}`),
    }),
  ],
);
