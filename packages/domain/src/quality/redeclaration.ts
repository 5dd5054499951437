import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { type QualityFact, qualityLife, startedOn } from './quality-history.ts';
import type { QualityRule } from './quality-rule.ts';

export type RedeclarationInput = {
  /** First day of the unit that came out of the reorganisation; null when it came out of none. */
  readonly successorSince: PlainDate | null;
  /** Predecessors that are other units; one that goes on as the same unit is none. */
  readonly predecessors: readonly { readonly unitId: string; readonly history: readonly QualityFact[] }[];
  readonly history: readonly QualityFact[];
};

export type RedeclarationDue = {
  readonly because: 'reorganisation' | 'scope-changed';
  readonly since: PlainDate;
  /** Predecessors that had a system at any stage. */
  readonly predecessorIds: readonly string[];
  readonly rule: QualityRule;
};

/**
 * Whether a unit must declare its system (công bố lại) as of a day: because a predecessor had one, at whatever stage,
 * and the unit has not declared its own since; or because the scope of its own declaration has changed.
 */
export function redeclarationDue(input: RedeclarationInput, asOf: PlainDate): RedeclarationDue | null {
  const own = qualityLife(input.history, asOf);
  if (own.declaredOn !== null)
    return own.scopeChangedOn === null || own.closed
      ? null
      : { because: 'scope-changed', since: own.scopeChangedOn, predecessorIds: [], rule: 'scope-current' };

  const since = input.successorSince;
  if (since === null || since > asOf) return null;
  const predecessorIds = input.predecessors
    .filter(({ history }) => {
      const life = qualityLife(history, addDays(since, -1));
      return startedOn(life) !== null && life.closed === null;
    })
    .map(({ unitId }) => unitId);
  return predecessorIds.length === 0
    ? null
    : { because: 'reorganisation', since, predecessorIds, rule: 'unit-ended' };
}
