import { SetAnswer } from '@kycuong/domain/visit/set-answer.ts';
import { fieldVerb } from '../sync/field-verb.ts';
import { requireItem } from './require-item.ts';
import { writeAnswer } from './write-answer.ts';

/** Sets parts of one answer. Each part is merged by itself; an overtaken value stays in the visit's history. */
export const setAnswer = fieldVerb({
  action: 'answer.set',
  input: SetAnswer,
  run: async ({ tx, input, facts, commandId, noteConflict }) => {
    const { itemCode } = input;
    await requireItem(tx, facts.visit, itemCode);
    const written = { commandId, itemCode, values: input, seen: [facts.visit.written.base] };
    if (await writeAnswer(tx, facts.visit, written)) noteConflict();
  },
});
