import type { PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import { type QualityFact, qualityLife } from './quality-history.ts';

/**
 * What is still missing before the head may declare the system on a day, first or again: it must be in use, with at
 * least one internal audit and one management review since, and no major nonconformity open. Empty: it may be
 * declared. (Decision 19/2014/QĐ-TTg with circular 26/2014/TT-BKHCN; from memory, to be checked.)
 */
export function canDeclare(history: readonly QualityFact[], openMajors: number, on: PlainDate): ErrorKey[] {
  const { appliedOn, closed } = qualityLife(history, on);
  if (closed || appliedOn === null) return ['quality.not-applied'];
  const since = (kind: QualityFact['kind']) =>
    history.some((fact) => fact.kind === kind && fact.onDate >= appliedOn && fact.onDate <= on);
  return [
    ...(since('internal-audit') ? [] : (['quality.audit-missing'] as const)),
    ...(since('management-review') ? [] : (['quality.review-missing'] as const)),
    ...(openMajors > 0 ? (['quality.major-open'] as const) : []),
  ];
}
