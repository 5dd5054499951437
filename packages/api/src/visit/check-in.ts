import { CheckInVisit } from '@kycuong/domain/visit/check-in-visit.ts';
import { touchVisit } from '../sync/desk.ts';
import { fieldVerb } from '../sync/field-verb.ts';

/** The team has arrived. Of several tablets the first to be applied counts; the others are kept as written. */
export const checkIn = fieldVerb({
  action: 'visit.check-in',
  input: CheckInVisit,
  decide: ({ desk, visit, input, written }): void => {
    if (visit.checkedInAt !== null) return;
    visit.checkedInAt = written.timeOf(input.arrivedAt).at;
    touchVisit(desk, visit);
  },
});
