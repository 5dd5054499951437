import type { PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import type { QualityEventKind } from './quality-event.ts';
import { type QualityFact, qualityLife, startedOn } from './quality-history.ts';

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
    case 'declare':
      return declared ? 'quality.step-done' : undefined;
    case 'redeclare':
    case 'scope-changed':
      return declared ? undefined : 'quality.not-declared';
    case 'close':
      return life.closed || startedOn(life) === null ? 'quality.nothing-to-close' : undefined;
  }
}
