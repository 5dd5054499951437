import type { DeadlineState } from '@kycuong/domain/corrective-action/deadline-state.ts';

/** As the parts take it: working days left, negative when overdue. One that ran out over days off counts as a day. */
export function signedDays({ kind, workingDays }: DeadlineState): number {
  return kind === 'overdue' ? -Math.max(1, workingDays) : workingDays;
}
