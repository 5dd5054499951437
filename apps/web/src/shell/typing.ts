/** Longer than most people look for a word, shorter than anybody waits for an answer. */
const restMs = 3000;

/** Whether somebody is in the middle of typing: from a key until keys rest, the field is left, or something is sent or pressed. */
export class Typing {
  readonly #told = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  get isUnderWay(): boolean {
    return this.#timer !== undefined;
  }

  key(): void {
    const begins = !this.isUnderWay;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.over(), restMs);
    if (begins) this.#tell();
  }

  over(): void {
    if (!this.isUnderWay) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#tell();
  }

  /** Tells where it begins and where it is over; gives back how to hear no more. */
  follow(told: () => void): () => void {
    this.#told.add(told);
    return () => this.#told.delete(told);
  }

  #tell(): void {
    for (const told of this.#told) told();
  }
}
