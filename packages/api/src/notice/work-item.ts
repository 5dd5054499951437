import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { type DeadlineState, deadlineState } from '@kycuong/domain/corrective-action/deadline-state.ts';
import type { ProcessDeadline } from '@kycuong/domain/planning/process-deadline.ts';
import type { Transaction } from '../transaction.ts';
import type { Work } from '../work.ts';

/** What can wait for a person. Each kind has one act that moves it on. */
export type WorkKind =
  | 'issue-round'
  | 'issue-conclusion'
  | 'judge-answer'
  | 'overdue-action'
  | 'answer-action'
  | 'close-visit'
  | 'submit-report'
  | 'make-visit';

export interface WorkItem {
  readonly kind: WorkKind;
  /** Id of the round, conclusion, visit or corrective action that the act is done on. */
  readonly id: string;
  /** What it is about: the round's name, the action's title, the unit's name. */
  readonly subject: string;
  /** Its code or the document's number. */
  readonly code: string | null;
  readonly unitName: string | null;
  /** Who prepared it or has to be asked. */
  readonly personName: string | null;
  readonly dueOn: PlainDate;
  readonly deadline: DeadlineState;
}

/** What a list of work is made with. */
export interface Desk extends Pick<Work<unknown>, 'actor' | 'now'> {
  readonly tx: Transaction;
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
  /** The times that the province has written. */
  readonly deadlines: readonly ProcessDeadline[];
}

export function workItem(desk: Desk, facts: Omit<WorkItem, 'deadline'>): WorkItem {
  return { ...facts, deadline: deadlineState(facts.dueOn, desk.today, desk.calendar) };
}
