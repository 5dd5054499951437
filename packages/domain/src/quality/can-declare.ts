import type { PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import { happenedSinceUse, type QualityFact, qualityLife } from './quality-history.ts';

/**
 * What is still missing before the head may declare the system on a day, first or again (Decision 19/2014/QĐ-TTg,
 * Art. 4 cl. 2 and 3): it is in use, was audited and reviewed since, has no major nonconformity open, and before the first
 * declaration the head confirmed that it is effective. Empty: it may be declared.
 */
export function canDeclare(history: readonly QualityFact[], openMajors: number, on: PlainDate): ErrorKey[] {
  const { appliedOn, closed, confirmedOn, declaredOn } = qualityLife(history, on);
  if (closed || appliedOn === null) return ['quality.not-applied'];
  return [
    ...(happenedSinceUse(history, 'internal-audit', on) ? [] : (['quality.audit-missing'] as const)),
    ...(happenedSinceUse(history, 'management-review', on) ? [] : (['quality.review-missing'] as const)),
    ...(openMajors > 0 ? (['quality.major-open'] as const) : []),
    ...(declaredOn === null && confirmedOn === null ? (['quality.effect-missing'] as const) : []),
  ];
}
