import { nextState } from '@kycuong/domain/state/transition.ts';
import { SubmitVisit } from '@kycuong/domain/visit/submit-visit.ts';
import { visitTransitions } from '@kycuong/domain/visit/visit-state.ts';
import { touchVisit } from '../sync/desk.ts';
import { fieldVerb } from '../sync/field-verb.ts';

/** Hands the work on site in to the leader. What colleagues' tablets send later is still taken. */
export const submitVisit = fieldVerb({
  action: 'visit.submit',
  input: SubmitVisit,
  state: (before) => nextState(visitTransitions, before, 'submit'),
  decide: ({ desk, visit, author, now }): void => {
    visit.submittedAt = now.toISOString();
    visit.submittedBy = author;
    touchVisit(desk, visit);
  },
});
