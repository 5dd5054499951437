import { answer } from '@kycuong/db/schema/visit.ts';
import { mergeField } from '@kycuong/domain/visit/merge-field.ts';
import { answerFields, SetAnswer } from '@kycuong/domain/visit/set-answer.ts';
import { and, eq } from 'drizzle-orm';
import { fieldVerb } from '../sync/field-verb.ts';
import { requireItem } from './require-item.ts';

/** Sets parts of one answer. Each part is merged by itself; an overtaken value stays in the visit's history. */
export const setAnswer = fieldVerb({
  action: 'answer.set',
  input: SetAnswer,
  run: async ({ tx, input, facts, commandId, noteConflict }) => {
    const { visitId, itemCode } = input;
    const { roundId, unitId, author, written } = facts.visit;
    await requireItem(tx, facts.visit, itemCode);
    const [standing] = await tx
      .select()
      .from(answer)
      .where(and(eq(answer.visitId, visitId), eq(answer.itemCode, itemCode)));
    const values: Record<string, unknown> = {};
    const writers = { ...standing?.writers };
    for (const field of answerFields) {
      const value = input[field];
      if (value === undefined) continue;
      const writer = writers[field];
      const before = writer === undefined ? undefined : { value: standing?.[field] ?? null, ...writer };
      const arrived = { value, command: commandId, clock: written.clock, author };
      const { shown, conflict } = mergeField<unknown>(before, arrived, written.base);
      if (conflict) noteConflict();
      values[field] = shown.value;
      writers[field] = { command: shown.command, clock: shown.clock, author: shown.author };
    }
    await tx
      .insert(answer)
      .values({ visitId, itemCode, roundId, unitId, ...values, writers })
      .onConflictDoUpdate({ target: [answer.visitId, answer.itemCode], set: { ...values, writers } });
  },
});
