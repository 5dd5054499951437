import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { CloseVisit } from '@kycuong/domain/visit/close-visit.ts';
import { openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { visitTransitions } from '@kycuong/domain/visit/visit-state.ts';
import { requireSeen } from '../seen.ts';
import { touchVisit } from '../sync/desk.ts';
import { fieldVerb } from '../sync/field-verb.ts';

/** The leader has settled what was written differently, and closes: from here on nothing is added. */
export const closeVisit = fieldVerb({
  action: 'visit.close',
  input: CloseVisit,
  needs: () => ({ history: true }),
  state: (before) => nextState(visitTransitions, before, 'close'),
  decide: ({ desk, visit, input, author, now, written }): void => {
    const open = openConflicts(desk.histories.get(visit.id) ?? []);
    if (open.length > 0) throw new DomainError('conflict', 'visit.conflicts-open', { count: open.length });
    // At the desk nobody closes what they do not name; a tablet closes what it has.
    if (written.seesAll)
      requireSeen(input.seen, desk.consoles.get(visit.id)?.lastApplied ?? undefined, 'visit.changed-since');
    visit.closedAt = now.toISOString();
    visit.closedBy = author;
    touchVisit(desk, visit);
  },
});
