import { answer } from '@kycuong/db/schema/visit.ts';
import { earlierStamp } from '@kycuong/domain/sync/clock.ts';
import { answerFields } from '@kycuong/domain/visit/answer-fields.ts';
import { mergeField } from '@kycuong/domain/visit/merge-field.ts';
import type { SetAnswer } from '@kycuong/domain/visit/set-answer.ts';
import { answerKey, type DeskAnswer } from '../sync/desk.ts';
import type { FieldWork } from '../sync/field-verb.ts';

type Given = Pick<SetAnswer, (typeof answerFields)[number]>;

/** The answer as it stands on the desk, written there once for all that the batch says of it. */
function standingAnswer({ desk, visit }: FieldWork<unknown>, itemCode: string): DeskAnswer {
  const key = answerKey(visit.id, itemCode);
  const loaded = desk.answers.get(key);
  if (loaded !== undefined && desk.written.has(loaded)) return loaded;
  const row: DeskAnswer = loaded ?? {
    visit_id: visit.id,
    item_code: itemCode,
    round_id: visit.roundId,
    unit_id: visit.unitId,
    conformity: null,
    count: null,
    note: null,
    writers: {},
  };
  desk.answers.set(key, row);
  desk.written.add(row);
  // The visit is locked: what is not there now will not be there before this is.
  desk.rows.add(loaded === undefined ? 'insert' : 'update', answer, row);
  return row;
}

/** Merges each part that is given into the answer as it stands; notes where one stands beside another unseen value. */
export function writeAnswer(work: FieldWork<unknown>, itemCode: string, given: Given): void {
  const { desk, author, commandId, written } = work;
  const row = standingAnswer(work, itemCode);
  const set = answerFields.filter((field) => given[field] !== undefined);
  if (written.seesAll) written.base ??= set.flatMap((field) => row.writers[field]?.command ?? [])[0] ?? null;
  for (const field of set) {
    const writer = row.writers[field];
    // What arrives after a value that was written in knowledge of it counts as earlier, whatever the clocks said.
    if (writer !== undefined && desk.graph.hadSeen(writer.command, commandId))
      written.clock = earlierStamp(written.clock, writer.clock);
  }
  for (const field of set) {
    const writer = row.writers[field];
    const before = writer === undefined ? undefined : { value: row[field], ...writer };
    const arrived = { value: given[field] ?? null, command: commandId, clock: written.clock, author };
    const { shown, conflict } = mergeField<unknown>(
      before,
      arrived,
      (later, earlier) => (written.seesAll && later === commandId) || desk.graph.hadSeen(later, earlier),
    );
    if (conflict) work.noteConflict();
    row[field] = shown.value;
    row.writers = {
      ...row.writers,
      [field]: { command: shown.command, clock: shown.clock, author: shown.author },
    };
  }
}
