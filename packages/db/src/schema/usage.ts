import { usageKinds } from '@kycuong/domain/usage/quota.ts';
import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { oneOf } from '../one-of.ts';
import { actorId, anyOf, fence, isSystem } from '../policy.ts';

/** What a person or a device has sent on a day (of Vietnam). Counted up by one statement, so that no two pass the quota at once. */
export const dailyUse = pgTable(
  'daily_use',
  {
    /** Id of the account or device. */
    subject: uuid().notNull(),
    kind: text({ enum: usageKinds }).notNull(),
    day: date().notNull(),
    number: integer().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subject, table.kind, table.day] }),
    index('daily_use_day').on(table.day),
    check('daily_use_kind', oneOf(table.kind, usageKinds)),
    ...fence({
      read: anyOf(isSystem, sql`${table.subject} = ${actorId}`),
      insert: isSystem,
      update: isSystem,
      remove: isSystem,
    }),
  ],
);
