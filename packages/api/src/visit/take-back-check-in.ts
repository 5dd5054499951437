import { nextState } from '@kycuong/domain/state/transition.ts';
import { TakeBackCheckIn } from '@kycuong/domain/visit/take-back-check-in.ts';
import { requireNothingBegun } from '@kycuong/domain/visit/visit-begun.ts';
import { visitTransitions } from '@kycuong/domain/visit/visit-state.ts';
import { touchVisit } from '../sync/desk.ts';
import { fieldVerb } from '../sync/field-verb.ts';

/** The team is not there after all. What a colleague's tablet sends later begins the visit as if nobody had checked in; what its author wrote on makes it stand again (`noteArrival`). */
export const takeBackCheckIn = fieldVerb({
  action: 'visit.take-back-check-in',
  input: TakeBackCheckIn,
  needs: () => ({ begun: true }),
  state: (before) => nextState(visitTransitions, before, 'take-back-check-in'),
  decide: ({ desk, visit }): void => {
    const begun = desk.begun.get(visit.id);
    if (begun) requireNothingBegun(begun);
    if (visit.checkedInAt === null) return;
    visit.checkedInAt = null;
    touchVisit(desk, visit);
  },
});
