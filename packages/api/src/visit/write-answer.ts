import { answer } from '@kycuong/db/schema/visit.ts';
import { mergeField } from '@kycuong/domain/visit/merge-field.ts';
import { answerFields, type SetAnswer } from '@kycuong/domain/visit/set-answer.ts';
import { and, eq } from 'drizzle-orm';
import type { FieldVisit } from '../sync/load-field-visit.ts';
import type { Transaction } from '../transaction.ts';

interface AnswerWork {
  readonly commandId: string;
  readonly itemCode: string;
  readonly values: Pick<SetAnswer, (typeof answerFields)[number]>;
  /** Commands whose values the author had before them. */
  readonly seen: readonly (string | null)[];
}

/** Merges each part that is given into the answer as it stands. True when one stands beside another unseen value. */
export async function writeAnswer(
  tx: Transaction,
  { id: visitId, roundId, unitId, author, written }: FieldVisit,
  { commandId, itemCode, values: given, seen }: AnswerWork,
): Promise<boolean> {
  const [standing] = await tx
    .select()
    .from(answer)
    .where(and(eq(answer.visitId, visitId), eq(answer.itemCode, itemCode)));
  const values: Record<string, unknown> = {};
  const writers = { ...standing?.writers };
  let conflicts = false;
  for (const field of answerFields) {
    const value = given[field];
    if (value === undefined) continue;
    const writer = writers[field];
    const before = writer === undefined ? undefined : { value: standing?.[field] ?? null, ...writer };
    const arrived = { value, command: commandId, clock: written.clock, author };
    const base = seen.find((id) => id !== null && id === writer?.command) ?? written.base;
    const { shown, conflict } = mergeField<unknown>(before, arrived, base);
    conflicts ||= conflict;
    values[field] = shown.value;
    writers[field] = { command: shown.command, clock: shown.clock, author: shown.author };
  }
  await tx
    .insert(answer)
    .values({ visitId, itemCode, roundId, unitId, ...values, writers })
    .onConflictDoUpdate({ target: [answer.visitId, answer.itemCode], set: { ...values, writers } });
  return conflicts;
}
