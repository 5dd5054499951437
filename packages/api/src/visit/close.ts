import { visit } from '@kycuong/db/schema/visit.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { CloseVisit } from '@kycuong/domain/visit/close-visit.ts';
import { openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { visitTransitions } from '@kycuong/domain/visit/visit-state.ts';
import { eq } from 'drizzle-orm';
import { fieldVerb } from '../sync/field-verb.ts';
import { listAnswerCommands } from '../sync/list-field-commands.ts';

/** The leader has settled what was written differently, and closes: from here on nothing is added. */
export const closeVisit = fieldVerb({
  action: 'visit.close',
  input: CloseVisit,
  state: (before) => nextState(visitTransitions, before, 'close'),
  run: async ({ tx, input, facts, now }) => {
    const open = openConflicts(await listAnswerCommands(tx, input.visitId));
    if (open.length > 0) throw new DomainError('conflict', 'visit.conflicts-open', { count: open.length });
    await tx
      .update(visit)
      .set({ closedAt: now, closedBy: facts.visit.author })
      .where(eq(visit.id, input.visitId));
  },
});
