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
  run: async ({ tx, input, facts, commandId, noteConflict }) => {
    const { itemCode, field, value, over } = input;
    await requireItem(tx, facts.visit, itemCode);
    const written = { commandId, itemCode, values: { [field]: value ?? null }, seen: over };
    if (await writeAnswer(tx, facts.visit, written)) noteConflict();
    return { settlementId: commandId };
  },
});
