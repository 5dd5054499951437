import { differences } from './differences.ts';
import type { DraftContent } from './draft-source.ts';
import { dropLocal, keepLocally } from './local-copy.ts';

/** The fields that say something else than the form began with. Files cannot be kept. */
function typedFields(now: object, begun: object): DraftContent {
  const typed = Object.entries(now).filter(
    ([field, value]) => !(value instanceof Blob) && differences(value, Reflect.get(begun, field)).length > 0,
  );
  return Object.fromEntries(typed);
}

/** Keeps what is typed in a form that has no draft on the server, on this computer, until it is sent or given up. */
export class WordsKeeper {
  readonly #key: string;
  readonly #read: () => object;
  #begun: object;
  #local = true;
  /** The person is signed out. */
  #letGo = false;

  constructor(key: string, read: () => object) {
    this.#key = key;
    this.#read = read;
    this.#begun = structuredClone(read());
  }

  get begun(): object {
    return this.#begun;
  }

  /** Whether what is typed would be lost with the page. */
  get atRisk(): boolean {
    return !this.#local && !this.#letGo;
  }

  /** No server takes them. */
  async save(): Promise<void> {}

  changed(): void {
    if (this.#letGo) return;
    const content = typedFields(this.#read(), this.#begun);
    if (Object.keys(content).length === 0) this.giveUp();
    else
      this.#local = keepLocally(this.#key, { draftId: '', version: 0, sent: null, content, at: Date.now() });
  }

  /** It has arrived; whatever is typed from now on is something else. */
  sent(): void {
    this.#begun = structuredClone(this.#read());
    this.giveUp();
  }

  giveUp(): void {
    this.#local = true;
    dropLocal(this.#key);
  }

  /** The person signs out: nothing of it stays on this computer, and what is typed late writes nothing there again. */
  letGo(): void {
    this.#letGo = true;
    dropLocal(this.#key);
  }

  /** They are signed in again over the page. */
  goOn(): void {
    this.#letGo = false;
    this.changed();
  }
}
