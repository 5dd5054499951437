import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { HandOverVisit } from '@kycuong/domain/visit/hand-over-visit.ts';
import { stateAfterFieldWork } from '@kycuong/domain/visit/visit-state.ts';
import { fieldVerb } from '../sync/field-verb.ts';

/** Says in the visit's history who goes on in the author's place. */
export const handOverVisit = fieldVerb({
  action: 'visit.hand-over',
  input: HandOverVisit,
  needs: () => ({ team: true }),
  // Handed over on the way there, the visit has not begun by it.
  state: (before) => {
    stateAfterFieldWork(before);
    return before;
  },
  decide: ({ desk, visit, author, input }): void => {
    if (input.toAccountId === author)
      throw new DomainError('invalid', 'visit.hand-over-to-oneself', { field: 'toAccountId' });
    if (desk.teams.get(visit.id)?.has(input.toAccountId) !== true)
      throw new DomainError('invalid', 'visit.not-in-team', { field: 'toAccountId' });
  },
});
