import { uuid } from 'drizzle-orm/pg-core';
import { unit } from './schema/organisation.ts';
import { round } from './schema/planning.ts';
import { visit } from './schema/visit.ts';

/** Where something of the field belongs. Round and unit repeat what the visit says, so that a row fence needs no look into it. */
export const ofVisit = () => ({
  visitId: uuid('visit_id')
    .notNull()
    .references(() => visit.id),
  roundId: uuid('round_id')
    .notNull()
    .references(() => round.id),
  unitId: uuid('unit_id')
    .notNull()
    .references(() => unit.id),
});
