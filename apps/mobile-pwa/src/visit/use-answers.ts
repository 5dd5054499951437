import { useState } from 'react';
import { leaveFields } from '../shell/live-fields.ts';
import type { TextPlace, TypedValue } from '../sync/text-session.ts';
import type { OpenVisit } from './read-visit.ts';
import { type Part, UndoSteps } from './undo-steps.ts';
import { useWrite } from './use-write.ts';

function partBefore({ view }: OpenVisit, itemCode: string, part: Part): Part {
  const answer = view.answers.get(itemCode);
  if ('conformity' in part) return { conformity: answer?.conformity?.value ?? null };
  if ('count' in part) return { count: answer?.count?.value ?? null };
  return { note: answer?.note?.value ?? null };
}

export interface Answers {
  readonly set: (itemCode: string, part: Part) => Promise<void>;
  /** What was typed in a field became a command; `before` stood in it until then. */
  readonly noteTyped: (place: TextPlace, before: TypedValue) => void;
  /** Puts the last touch, or the last text as a whole, back by writing the value before it; gives the item's code. */
  readonly undo: () => Promise<string | undefined>;
  readonly last: string | undefined;
}

/** Writes answers one part at a time, so that each part merges by itself, and remembers how to undo. */
export function useAnswers(visit: OpenVisit): Answers {
  const write = useWrite();
  const [last, setLast] = useState<string>();
  const [steps] = useState(() => new UndoSteps(setLast));
  const { visitId } = visit.held;
  const log = (itemCode: string, part: Part) =>
    write({ action: 'answer.set', payload: { visitId, itemCode, ...part } });
  return {
    set: async (itemCode, part) => {
      const before = partBefore(visit, itemCode, part);
      // First to the disk: what the screen makes of it can wait.
      await log(itemCode, part);
      steps.add({ itemCode, before });
    },
    noteTyped: ({ itemCode, part }, value) => {
      const before =
        part === 'note'
          ? { note: value === null ? null : String(value) }
          : { count: value === null ? null : Number(value) };
      steps.add({ itemCode, before });
    },
    undo: async () => {
      // The touch that undoes leaves the field: what was typed there is the last thing that was done.
      await leaveFields();
      return steps.undo(({ itemCode, before }) => log(itemCode, before));
    },
    last,
  };
}
