import { SettleAnswer } from '@kycuong/domain/visit/settle-answer.ts';
import { fieldVerb } from '../sync/field-verb.ts';
import { requireItem } from './require-item.ts';
import { writeAnswer } from './write-answer.ts';

/**
 * The leader's choice between values that were written without knowing of each other. Commands that it names and the
 * server does not have yet are no mistake: they are still on their way, and will find themselves settled.
 */
export const settleAnswer = fieldVerb({
  action: 'answer.settle',
  input: SettleAnswer,
  needs: ({ itemCode }) => ({ answers: [itemCode] }),
  seen: ({ over }) => over,
  decide: (work) => {
    const { desk, visit, input } = work;
    requireItem(desk, visit, input.itemCode);
    writeAnswer(work, input.itemCode, { [input.field]: input.value ?? null });
    return { settlementId: work.commandId };
  },
});
