import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { type RedeclarationDue, redeclarationDue } from '@kycuong/domain/quality/redeclaration.ts';
import type { Transaction } from '../transaction.ts';
import { loadHistories } from './load-histories.ts';
import { loadPredecessors } from './load-predecessors.ts';

export interface RedeclarationTask extends Pick<RedeclarationDue, 'because' | 'since'> {
  /** The units that had a system and ended. */
  readonly predecessors: readonly string[];
}

/** Which of these units must declare (công bố lại) as of a day, and why; told from facts, by identity. */
export async function loadRedeclarations(
  tx: Transaction,
  identityIds: readonly string[],
  asOf: PlainDate,
): Promise<Map<string, RedeclarationTask>> {
  const predecessorsOf = await loadPredecessors(tx, identityIds);
  const all = [...predecessorsOf.values()].flat();
  const systems = await loadHistories(tx, [
    ...new Set([...identityIds, ...all.map((one) => one.predecessorIdentityId)]),
  ]);
  const historyOf = new Map(systems.map(({ identityId, history }) => [identityId, history]));
  return new Map(
    identityIds.flatMap((identityId) => {
      const predecessors = predecessorsOf.get(identityId) ?? [];
      const due = redeclarationDue(
        {
          successorSince: predecessors[0]?.since ?? null,
          predecessors: predecessors.map((one) => ({
            unitId: one.predecessorId,
            history: historyOf.get(one.predecessorIdentityId) ?? [],
          })),
          history: historyOf.get(identityId) ?? [],
        },
        asOf,
      );
      if (due === null) return [];
      const names = predecessors
        .filter(({ predecessorId }) => due.predecessorIds.includes(predecessorId))
        .map(({ name }) => name)
        .toSorted((a, b) => a.localeCompare(b, 'vi'));
      return [[identityId, { because: due.because, since: due.since, predecessors: names }] as const];
    }),
  );
}
