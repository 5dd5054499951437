import type { AnswerValue, OpenConflict } from '@kycuong/domain/visit/open-conflicts.ts';
import { settlementOf, withdrawalOf } from '@kycuong/domain/visit/settlement-of.ts';
import { useState } from 'react';
import { useWrite } from './use-write.ts';

export interface Settled {
  readonly id: string;
  readonly conflict: OpenConflict;
  readonly value: AnswerValue;
}

/** Writes the leader's choices, and remembers how to take back those made on this screen, the latest first. */
export function useSettle(visitId: string) {
  const write = useWrite();
  const [settled, setSettled] = useState<readonly Settled[]>([]);
  return {
    settled,
    settle: async (conflict: OpenConflict, value: AnswerValue) => {
      const { id } = await write({
        action: 'answer.settle',
        payload: settlementOf(visitId, conflict, value),
      });
      setSettled((before) => [{ id, conflict, value }, ...before]);
    },
    undo: async () => {
      const [last] = settled;
      if (last === undefined) return;
      setSettled((before) => before.filter(({ id }) => id !== last.id));
      await write({ action: 'answer.settle', payload: withdrawalOf(visitId, last.conflict, last.id) });
    },
  };
}
