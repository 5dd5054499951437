import type { PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import type { QualityEventKind } from './quality-event.ts';
import { happenedSinceUse, type QualityFact, qualityLife, startedOn } from './quality-history.ts';

/** Why a step cannot be recorded on a day, for its place in the life of the system; undefined when it can. */
export function eventRefusal(
  history: readonly QualityFact[],
  kind: QualityEventKind,
  onDate: PlainDate,
): ErrorKey | undefined {
  const life = qualityLife(history, onDate);
  const declared = life.declaredOn !== null && life.closed === null;
  switch (kind) {
    case 'build':
      return life.builtOn === null || life.closed ? undefined : 'quality.step-done';
    case 'apply':
      return life.appliedOn === null || life.closed ? undefined : 'quality.step-done';
    case 'effect-confirmed':
      return confirmationRefusal(history, onDate);
    case 'declare':
      return declared ? 'quality.step-done' : undefined;
    case 'notified':
    case 'posted':
    case 'published':
      if (!declared) return 'quality.not-declared';
      return life.duties[kind] === undefined ? undefined : 'quality.step-done';
    case 'redeclare':
    case 'scope-changed':
      return declared ? undefined : 'quality.not-declared';
    case 'close':
      return life.closed || startedOn(life) === null ? 'quality.nothing-to-close' : undefined;
  }
}

/** The head confirms after an internal audit and a review, before declaring; anew when there was another since. */
function confirmationRefusal(history: readonly QualityFact[], on: PlainDate): ErrorKey | undefined {
  const { appliedOn, closed, declaredOn, confirmedOn, audits, reviews } = qualityLife(history, on);
  if (closed || appliedOn === null) return 'quality.not-applied';
  if (declaredOn !== null) return 'quality.step-done';
  if (!happenedSinceUse(history, 'internal-audit', on)) return 'quality.audit-missing';
  if (!happenedSinceUse(history, 'management-review', on)) return 'quality.review-missing';
  const latest = [...audits, ...reviews].toSorted().at(-1) ?? appliedOn;
  return confirmedOn !== null && confirmedOn >= latest ? 'quality.step-done' : undefined;
}
