import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { ofVisit } from '../of-visit.ts';
import { anyOf, fence, onTeam, oversees } from '../policy.ts';
import { account } from './access.ts';

/** A dossier that was looked at: its facts only. Lateness is computed from them. */
export const dossierSample = pgTable(
  'dossier_sample',
  {
    id: uuid().primaryKey(),
    ...ofVisit(),
    code: text().notNull(),
    facts: jsonb().$type<unknown>().notNull(),
    sampledBy: uuid('sampled_by')
      .notNull()
      .references(() => account.id),
    /** By the server's clock; the device's own is with the command. */
    sampledAt: instant('sampled_at').notNull(),
    /** Command that last wrote the facts. */
    commandId: uuid('command_id').notNull(),
  },
  (table) => [
    index('dossier_sample_visit').on(table.visitId),
    index('dossier_sample_round').on(table.roundId),
    index('dossier_sample_unit').on(table.unitId),
    index('dossier_sample_sampled_by').on(table.sampledBy),
    ...fence({
      read: anyOf(onTeam('dossier_sample.round_id'), oversees('dossier_sample.unit_id')),
      insert: onTeam('dossier_sample.round_id'),
      update: onTeam('dossier_sample.round_id'),
    }),
  ],
);
