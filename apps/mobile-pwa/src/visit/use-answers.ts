import type { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import { useState } from 'react';
import type { OpenVisit } from './read-visit.ts';
import { useWrite } from './use-write.ts';

type Part =
  | { readonly conformity: Conformity | null }
  | { readonly count: number | null }
  | { readonly note: string | null };

interface Step {
  readonly itemCode: string;
  readonly before: Part;
}

function partBefore({ view }: OpenVisit, itemCode: string, part: Part): Part {
  const answer = view.answers.get(itemCode);
  if ('conformity' in part) return { conformity: answer?.conformity?.value ?? null };
  if ('count' in part) return { count: answer?.count?.value ?? null };
  return { note: answer?.note?.value ?? null };
}

export interface Answers {
  readonly set: (itemCode: string, part: Part) => Promise<void>;
  /** Puts the last touch back by writing the value before it; gives the item's code. */
  readonly undo: () => Promise<string | undefined>;
  readonly last: string | undefined;
}

/** Writes answers one part at a time, so that each part merges by itself, and remembers how to undo. */
export function useAnswers(visit: OpenVisit): Answers {
  const write = useWrite();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const { visitId } = visit.held;
  const log = (itemCode: string, part: Part) =>
    write({ action: 'answer.set', payload: { visitId, itemCode, ...part } });
  return {
    set: async (itemCode, part) => {
      const before = partBefore(visit, itemCode, part);
      // First to the disk: what the screen makes of it can wait.
      await log(itemCode, part);
      setSteps((done) => [...done, { itemCode, before }]);
    },
    undo: async () => {
      const step = steps.at(-1);
      if (step === undefined) return undefined;
      setSteps((done) => done.slice(0, -1));
      await log(step.itemCode, step.before);
      return step.itemCode;
    },
    last: steps.at(-1)?.itemCode,
  };
}
