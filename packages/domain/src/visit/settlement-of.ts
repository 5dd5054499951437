import type { AnswerValue, OpenConflict } from './open-conflicts.ts';
import { SettleAnswer } from './settle-answer.ts';

/** The leader's choice of `value` between all that an open conflict holds. @throws ZodError when the part cannot hold it */
export function settlementOf(visitId: string, conflict: OpenConflict, value: AnswerValue): SettleAnswer {
  const { itemCode, field, heads } = conflict;
  return SettleAnswer.parse({ visitId, itemCode, field, value, over: heads.map(({ command }) => command) });
}

/** Takes the settlement of a conflict back: it is open again as it was, and what showed before shows again. */
export function withdrawalOf(visitId: string, conflict: OpenConflict, settlementId: string): SettleAnswer {
  const { itemCode, field, heads } = conflict;
  const [shown] = heads;
  const over = shown === undefined ? [] : [shown.command];
  return SettleAnswer.parse({
    visitId,
    itemCode,
    field,
    value: shown?.value ?? null,
    over,
    withdraws: settlementId,
  });
}
