import { SetAnswer } from '@kycuong/domain/visit/set-answer.ts';
import { fieldVerb } from '../sync/field-verb.ts';
import { requireItem } from './require-item.ts';
import { writeAnswer } from './write-answer.ts';

/** Sets parts of one answer. Each part is merged by itself; an overtaken value stays in the visit's history. */
export const setAnswer = fieldVerb({
  action: 'answer.set',
  input: SetAnswer,
  needs: ({ itemCode }) => ({ answers: [itemCode] }),
  decide: (work): void => {
    const { desk, visit, input } = work;
    requireItem(desk, visit, input.itemCode);
    writeAnswer(work, input.itemCode, input);
  },
});
