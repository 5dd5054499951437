import type { DraftContent } from './draft-source.ts';
import { dropWords } from './kept-words.ts';
import { keepLocally } from './local-copy.ts';
import { typedFields } from './typed-fields.ts';

interface Ways<Values> {
  /** How people call the form. */
  readonly title: () => string;
  readonly read: () => Values;
  /**
   * Fields that nobody types and that belong to what is typed: the version that the person saw, the ids under which a first
   * sending may have arrived.
   */
  readonly along: readonly string[];
  /** Whether people write in the field, and not choose. */
  readonly isText: (field: string) => boolean;
}

/** Keeps what is typed in a form that has no draft on the server, on this computer, until it is sent or given up. */
export class WordsKeeper<Values extends object> {
  readonly #ways: Ways<Values>;
  #key: string;
  #begun: Values;
  #local = true;
  /** The person is signed out. */
  #letGo = false;

  constructor(key: string, ways: Ways<Values>) {
    this.#key = key;
    this.#ways = ways;
    this.#begun = structuredClone(ways.read());
  }

  /** The form as it was before anything was typed. */
  get begun(): Values {
    return this.#begun;
  }

  get isTyped(): boolean {
    return Object.keys(this.#typed(this.#ways.read())).length > 0;
  }

  /** Whether what is typed would be lost with the page. */
  get atRisk(): boolean {
    return !this.#local && !this.#letGo;
  }

  /** No server takes them. */
  async save(): Promise<void> {}

  changed(): void {
    if (this.#letGo) return;
    const { title, read, along, isText } = this.#ways;
    const now = read();
    const typed = this.#typed(now);
    if (Object.keys(typed).length === 0) {
      this.giveUp();
      return;
    }
    const beside = Object.entries(now).filter(([field]) => along.includes(field));
    const texts = Object.entries(typed).flatMap(([field, value]) =>
      isText(field) && typeof value === 'string' ? [value.trim()] : [],
    );
    this.#local = keepLocally(this.#key, {
      draftId: '',
      version: 0,
      sent: null,
      content: { ...typed, ...Object.fromEntries(beside) },
      title: title(),
      quote: texts.filter(Boolean).join(' · '),
      at: Date.now(),
    });
  }

  /** The form is about something else now, which the person has seen. */
  moveTo(key: string): void {
    if (key === this.#key) return;
    dropWords(this.#key);
    this.#key = key;
    this.changed();
  }

  /** It has arrived; whatever is typed from now on is something else. */
  sent(): void {
    this.#begun = structuredClone(this.#ways.read());
    this.giveUp();
  }

  giveUp(): void {
    this.#local = true;
    dropWords(this.#key);
  }

  /** The person signs out: nothing of it stays on this computer, and what is typed late writes nothing there again. */
  letGo(): void {
    this.#letGo = true;
    dropWords(this.#key);
  }

  /** They are signed in again over the page. */
  goOn(): void {
    this.#letGo = false;
    this.changed();
  }

  #typed(now: Values): DraftContent {
    const fields = Object.entries(now).filter(([field]) => !this.#ways.along.includes(field));
    return typedFields(Object.fromEntries(fields), this.#begun);
  }
}
