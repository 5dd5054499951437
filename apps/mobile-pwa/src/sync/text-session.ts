import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import { fieldSchemaVersion } from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { SetAnswer } from '@kycuong/domain/visit/set-answer.ts';
import { type AskAboutMarking, markedIn } from '../evidence/secrecy-check.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { saving } from '../shell/save-trouble.ts';
import { facts } from './facts.ts';
import { fieldSchemas } from './field-schemas.ts';
import { dropText, keepText } from './keep-text.ts';
import { Keeper } from './keeper.ts';
import type { Hand } from './log-command.ts';
import { logText, type TextLogged } from './log-text.ts';
import type { TypedText } from './store.ts';

export type TypedValue = string | number | null;

/** Of which answer, and which part of it. */
export interface TextPlace {
  readonly visitId: string;
  readonly itemCode: string;
  readonly part: 'note' | 'count';
}

/** What stood in the field when the person came to it; undefined where that is not known any more. */
export interface Seen {
  readonly value: TypedValue | undefined;
  /** The command whose value that is. */
  readonly base: string | null;
  /** A text that was kept before, and is taken up again. */
  readonly id?: string;
}

/** What the row of a text says of its field. */
export interface KeptText {
  readonly value: TypedValue | undefined;
  readonly writtenAt: string;
  /** Before it was trimmed and composed. */
  readonly typed: TypedValue;
}

/** As the command will say it: the only place where what was typed is trimmed and composed. */
function payloadOf({ visitId, itemCode, part }: TextPlace, value: TypedValue): SetAnswer {
  const note = value === null || String(value).trim() === '' ? null : String(value);
  const said = part === 'note' ? { note } : { count: note === null ? null : Number(value) };
  const payload = { visitId, itemCode, ...said };
  // What is too long is kept as it is, for the person to shorten.
  const kept = fieldSchemas['answer.set'].safeParse(payload).data ?? payload;
  return kept.note === '' ? { ...kept, note: null } : kept;
}

/**
 * What is typed into one field, from the first key until it is left. It is kept on the device at each key; a command it
 * becomes only when the field is left.
 */
export class TextSession {
  readonly #hand: () => Hand;
  readonly #place: TextPlace;
  readonly #seen: Seen;
  readonly #id: string;
  readonly #keeper: Keeper<TypedText>;
  readonly #learned: Promise<void>;
  /** As of the last key. */
  last: KeptText | undefined;
  #known: { offset: number | null; clock: string | undefined } = { offset: null, clock: undefined };

  /** Waits for nothing: a key that comes at once is kept at once. */
  constructor(hand: () => Hand, place: TextPlace, seen: Seen) {
    this.#hand = hand;
    this.#place = place;
    this.#seen = seen;
    this.#id = seen.id ?? uuidV7(hand().nowMs);
    this.#keeper = new Keeper((text, durability) => this.#write(text, durability));
    this.#learned = this.#learn().then(() => {
      // What came before it was known is dated anew.
      if (this.last) this.type(this.last.typed, Date.parse(this.last.writtenAt));
    });
  }

  /** What a session that takes this one's text up again has to know. */
  get unfinished(): Seen {
    return { ...this.#seen, id: this.#id };
  }

  /**
   * The distance from the server and the clock as of the last key; read ahead, for a key waits for no reading. Where it
   * cannot be read, what was known before holds: nothing typed hangs on it.
   */
  async #learn(): Promise<void> {
    try {
      const [offset, clock] = await facts(this.#hand().store, ['serverOffsetMs', 'clock']);
      this.#known = { offset: offset ?? null, clock };
    } catch {}
  }

  async #write(text: TypedText, durability: IDBTransactionDurability): Promise<void> {
    const { store } = this.#hand();
    const isSeen = (text.payload[this.#place.part] ?? null) === this.#seen.value;
    await (isSeen ? dropText(store, text) : keepText(store, text, durability));
    if (durability === 'strict') await this.#learn();
  }

  /** A key was typed: what now stands in the field. */
  type(value: TypedValue, atMs = this.#hand().nowMs): void {
    const { author, device } = this.#hand();
    const { offset, clock } = this.#known;
    const payload = payloadOf(this.#place, value);
    const act = { action: 'answer.set', payload } as const;
    const isTaken = markedIn(act) === null && fieldSchemas['answer.set'].safeParse(payload).success;
    const writtenAt = new Date(atMs).toISOString();
    this.last = { value: payload[this.#place.part], writtenAt, typed: value };
    this.#keeper.keep({
      ...act,
      ...{ id: this.#id, author, device, visitId: this.#place.visitId, base: this.#seen.base },
      schemaVersion: fieldSchemaVersion,
      clock: nextStamp(clock, device, atMs + (offset ?? 0)),
      writtenAt,
      serverOffsetMs: offset,
      held: isTaken ? 0 : 1,
    });
  }

  /**
   * The field was left: what was typed in it becomes one command, or, where it bears a marking of secrecy or is too long,
   * stays a text that waits for the person.
   * @returns undefined where nothing was typed.
   * @throws where it could not be kept or logged: nothing of it is lost, and it is left once more.
   */
  async leave(): Promise<TextLogged | undefined> {
    const { store } = this.#hand();
    await this.#learned;
    return this.#keeper.finish((text) => saving(() => logText(store, text.id, false, text)));
  }

  /** Asks about the marking that what was typed bears. On their word it is logged; else it stays as it is. */
  async askAbout(ask: AskAboutMarking): Promise<TextLogged> {
    const { store } = this.#hand();
    const text = await store.texts.get(this.#id);
    const marked = isReadable(text) ? markedIn(text) : null;
    return marked !== null && (await ask(marked)) ? saving(() => logText(store, this.#id, true)) : 'held';
  }
}
