import type { AnswerValue, OpenConflict } from '@kycuong/domain/visit/open-conflicts.ts';
import { settlementOf, withdrawalOf } from '@kycuong/domain/visit/settlement-of.ts';
import { useState } from 'react';
import { useOnce } from '../shell/use-once.ts';
import { useWrite } from './use-write.ts';

export interface Settled {
  readonly id: string;
  readonly conflict: OpenConflict;
  readonly value: AnswerValue;
}

/**
 * Writes the leader's choices, and remembers how to take back those made on this screen, the latest first. One choice
 * at a time: the next conflict moves up to where the finger is.
 */
export function useSettle(visitId: string) {
  const write = useWrite();
  const { busy, once } = useOnce();
  const [settled, setSettled] = useState<readonly Settled[]>([]);
  return {
    settled,
    busy,
    settle: (conflict: OpenConflict, value: AnswerValue) =>
      once(async () => {
        const { id } = await write({
          action: 'answer.settle',
          payload: settlementOf(visitId, conflict, value),
        });
        setSettled((before) => [{ id, conflict, value }, ...before]);
      }),
    undo: () =>
      once(async () => {
        const [last] = settled;
        if (last === undefined) return;
        await write({ action: 'answer.settle', payload: withdrawalOf(visitId, last.conflict, last.id) });
        setSettled((before) => before.filter(({ id }) => id !== last.id));
      }),
  };
}
