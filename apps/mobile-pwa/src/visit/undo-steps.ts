import type { Conformity } from '@kycuong/domain/checklist/conformity.ts';

/** One part of an answer, as it would be set. */
export type Part =
  | { readonly conformity: Conformity | null }
  | { readonly count: number | null }
  | { readonly note: string | null };

interface Step {
  readonly itemCode: string;
  readonly before: Part;
}

/** What can be undone, the last first. */
export class UndoSteps {
  #steps: readonly Step[] = [];
  readonly #onLast: (itemCode: string | undefined) => void;
  #running: Promise<unknown> = Promise.resolve();

  /** @param onLast told of the item that would be undone next. */
  constructor(onLast: (itemCode: string | undefined) => void) {
    this.#onLast = onLast;
  }

  #keep(steps: readonly Step[]): void {
    this.#steps = steps;
    this.#onLast(steps.at(-1)?.itemCode);
  }

  add(step: Step): void {
    this.#keep([...this.#steps, step]);
  }

  /**
   * Undoes the last step; gives its item. One after another, however fast they are asked for.
   * @throws what `write` throws: the step then stays to be undone.
   */
  undo(write: (step: Step) => Promise<unknown>): Promise<string | undefined> {
    const undone = this.#running.then(async () => {
      const step = this.#steps.at(-1);
      if (step === undefined) return undefined;
      await write(step);
      this.#keep(this.#steps.filter((one) => one !== step));
      return step.itemCode;
    });
    this.#running = undone.catch(() => undefined);
    return undone;
  }
}
