import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { HandOverVisit } from '@kycuong/domain/visit/hand-over-visit.ts';
import { stateAfterFieldWork } from '@kycuong/domain/visit/visit-state.ts';
import { teamsOf } from '../planning/visit-rows.ts';
import { fieldVerb } from '../sync/field-verb.ts';

/** Says in the visit's history who goes on in the author's place. */
export const handOverVisit = fieldVerb({
  action: 'visit.hand-over',
  input: HandOverVisit,
  // Handed over on the way there, the visit has not begun by it.
  state: (before) => {
    stateAfterFieldWork(before);
    return before;
  },
  run: async ({ tx, actor, input, facts }) => {
    if (input.toAccountId === actor.accountId)
      throw new DomainError('invalid', 'visit.hand-over-to-oneself', { field: 'toAccountId' });
    const team = await teamsOf(tx, [facts.visit.roundId]);
    if (!team.some(({ accountId }) => accountId === input.toAccountId))
      throw new DomainError('invalid', 'visit.not-in-team', { field: 'toAccountId' });
  },
});
