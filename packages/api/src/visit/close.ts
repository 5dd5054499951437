import { visit } from '@kycuong/db/schema/visit.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { CloseVisit } from '@kycuong/domain/visit/close-visit.ts';
import { visitTransitions } from '@kycuong/domain/visit/visit-state.ts';
import { eq } from 'drizzle-orm';
import { fieldVerb } from '../sync/field-verb.ts';

/** The leader settles the visit; from here on nothing is added. */
export const closeVisit = fieldVerb({
  action: 'visit.close',
  input: CloseVisit,
  state: (before) => nextState(visitTransitions, before, 'close'),
  run: async ({ tx, input, facts, now }) => {
    await tx
      .update(visit)
      .set({ closedAt: now, closedBy: facts.visit.author })
      .where(eq(visit.id, input.visitId));
  },
});
