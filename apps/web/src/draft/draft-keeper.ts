import { fitsDraft } from '@kycuong/domain/draft/fits-draft.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { DraftContent, DraftSource, KeptDraft } from './draft-source.ts';
import { dropLocal, keepLocally } from './local-copy.ts';
import { textOfContent } from './same-content.ts';
import type { Saving } from './saving.ts';
import type { StartingDraft } from './starting-draft.ts';
import { storableContent } from './storable-content.ts';

const restMs = 1200;
/** Whoever types without resting is saved all the same. */
const longestMs = 5000;
const againMs = 10_000;

/** What a failure of a save means: `newer` somebody saved meanwhile, `later` try again, else the reason in words. */
export type SaveFailure = 'newer' | 'later' | { readonly reason: string };

interface Ways {
  readonly source: DraftSource;
  readonly start: StartingDraft;
  readonly read: () => DraftContent;
  readonly failureOf: (error: unknown) => SaveFailure;
  readonly onSaving: (saving: Saving) => void;
  readonly onTheirs: (theirs: KeptDraft | 'gone') => void;
}

/**
 * Keeps a form as it is filled in: on this computer with every key, on the server when typing rests, one save at a time,
 * and again by itself after a lost connection. A save goes over the version that was gone on from and no other.
 */
export class DraftKeeper {
  readonly #ways: Ways;
  #draftId: string;
  #version: number;
  #dirty: boolean;
  #dirtySince = 0;
  #stopped = false;
  /** The person is signed out: what stands here lies nowhere else. */
  #letGo = false;
  #left = false;
  #asking: boolean;
  /** The last save whose answer did not come: it is sent again as it was before another. */
  #unanswered: { readonly id: string; readonly version: number; readonly content: DraftContent } | null =
    null;
  #under: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #local = true;
  /** What the form says now, as one text; a field that only redraws itself changes nothing. */
  #text: string;
  /** What this page has begun with or sent: kept on the server, it is no other's. */
  readonly #own = new Set<string>();

  constructor(ways: Ways) {
    this.#ways = ways;
    this.#draftId = this.#newId(ways.start.draftId);
    this.#version = ways.start.version;
    this.#dirty = ways.start.unsaved;
    this.#asking = ways.start.theirs !== null;
    this.#text = textOfContent(ways.read());
    for (const text of ways.start.own) this.#own.add(text);
  }

  /** Whether what is not on the server yet would be lost with the page. */
  get atRisk(): boolean {
    return this.#dirty && !this.#local && !this.#letGo;
  }

  get seen(): { readonly draftId: string; readonly version: number } {
    return { draftId: this.#draftId, version: this.#version };
  }

  get #isStill(): boolean {
    return this.#stopped || this.#letGo;
  }

  /** Something was typed. */
  changed(): void {
    const text = textOfContent(this.#ways.read());
    if (this.#isStill || text === this.#text) return;
    this.#text = text;
    this.#typed();
  }

  #typed(): void {
    if (!this.#dirty) this.#dirtySince = Date.now();
    this.#dirty = true;
    this.#keepLocally();
    this.#schedule(Math.min(restMs, Math.max(0, this.#dirtySince + longestMs - Date.now())));
  }

  /** What has been typed goes to the server now; resolves when it has, or has not. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#under = this.#under.then(() => this.#saveOnce());
    return this.#under;
  }

  /** The page is left: what is on its way arrives, and what does not is on this computer. */
  leave(): Promise<void> {
    const saved = this.save();
    this.#left = true;
    return saved;
  }

  come(): void {
    this.#left = false;
    if (this.#dirty) this.#schedule(restMs);
  }

  /** The person signs out: nothing of it stays on this computer, and what comes late writes nothing there again. */
  letGo(): void {
    this.#letGo = true;
    clearTimeout(this.#timer);
    dropLocal(this.#ways.source.key);
  }

  /** They are signed in again over the page. */
  goOn(): Promise<void> {
    this.#letGo = false;
    this.changed();
    if (this.#dirty) this.#keepLocally();
    return this.save();
  }

  /** While the form itself is sent nothing is saved; where that failed, saving goes on. */
  async during(send: () => Promise<boolean>): Promise<void> {
    await this.#stop();
    let sent = false;
    try {
      sent = await send();
    } finally {
      if (!sent) this.#unstop();
    }
    if (sent) return this.#forget();
    void this.save();
  }

  /** Chosen over what was saved elsewhere, which the person has seen. */
  keepMine(theirs: KeptDraft | 'gone'): Promise<void> {
    this.#goOnFrom(theirs);
    this.#dirty = true;
    return this.save();
  }

  /** What was saved elsewhere stands in the form now. */
  takeTheirs(theirs: KeptDraft | 'gone'): void {
    this.#goOnFrom(theirs);
    this.#dirty = false;
    this.#text = textOfContent(this.#ways.read());
    dropLocal(this.#ways.source.key);
  }

  /** Gives the draft up; the next key begins another. `empty` puts an empty form in its place. */
  async discard(empty: () => void): Promise<void> {
    await this.#stop();
    try {
      if (this.#version > 0) await this.#ways.source.discard?.(this.seen);
      this.#forget();
      empty();
      this.takeTheirs('gone');
      this.#ways.onSaving({ kind: 'new' });
    } finally {
      this.#unstop();
    }
  }

  async #stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#under;
  }

  /** What was typed meanwhile counts as typed now. */
  #unstop(): void {
    this.#stopped = false;
    this.changed();
    if (this.#dirty) this.#schedule(restMs);
  }

  #forget(): void {
    this.#dirty = false;
    this.#unanswered = null;
    dropLocal(this.#ways.source.key);
    this.#ways.source.show(null);
  }

  #goOnFrom(theirs: KeptDraft | 'gone'): void {
    this.#asking = false;
    this.#unanswered = null;
    this.#version = theirs === 'gone' ? 0 : theirs.version;
    this.#draftId = this.#newId(theirs === 'gone' ? null : theirs.draftId);
  }

  #newId(known: string | null): string {
    return this.#ways.source.draftId ?? known ?? uuidV7();
  }

  #keepLocally(): void {
    if (this.#letGo) return;
    this.#local = keepLocally(this.#ways.source.key, {
      ...this.seen,
      content: this.#ways.read(),
      sent: this.#unanswered && textOfContent(this.#unanswered.content),
      at: Date.now(),
    });
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    if (!this.#left) this.#timer = setTimeout(() => void this.save(), delay);
  }

  async #saveOnce(): Promise<void> {
    if (!this.#dirty || this.#isStill || this.#asking) return;
    const again = this.#unanswered !== null;
    const sent = this.#unanswered ?? { id: uuidV7(), version: this.#version, content: this.#content() };
    this.#unanswered = sent;
    this.#own.add(textOfContent(sent.content));
    this.#dirty = again;
    this.#keepLocally();
    this.#ways.onSaving({ kind: 'saving' });
    const { source } = this.#ways;
    try {
      // Asked here, for the door cuts off what is larger and does not say why.
      if (!fitsDraft(sent.content)) throw new DomainError('too-large', 'draft.too-large');
      const { version, savedAt } = await source.save(sent.id, { ...sent, draftId: this.#draftId });
      this.#unanswered = null;
      this.#version = version;
      source.show({ ...this.seen, content: sent.content, savedAt });
      this.#ways.onSaving({ kind: 'saved', at: savedAt });
      if (this.#dirty) this.#typed();
      else dropLocal(source.key);
    } catch (error) {
      this.#dirty = true;
      await this.#failed(error);
    }
  }

  #content(): DraftContent {
    const content = storableContent(this.#ways.read());
    return typeof content === 'object' && content !== null ? { ...content } : {};
  }

  async #failed(error: unknown): Promise<void> {
    const failure = this.#ways.failureOf(error);
    if (failure === 'newer') return this.#lookAtTheirs();
    // The server has answered: the next save is another one.
    if (failure !== 'later') this.#unanswered = null;
    this.#keepLocally();
    this.#ways.onSaving({ kind: 'failed', reason: failure === 'later' ? null : failure.reason });
    // A refusal would be repeated word for word; only what may pass by itself is tried again.
    if (failure === 'later') this.#schedule(againMs);
  }

  async #lookAtTheirs(): Promise<void> {
    this.#unanswered = null;
    const theirs = await this.#ways.source.load().catch(() => undefined);
    if (theirs === undefined) {
      this.#ways.onSaving({ kind: 'failed', reason: null });
      return this.#schedule(againMs);
    }
    // An earlier save of this page, whose answer was lost, or one that says the same.
    if (theirs !== null && this.#own.has(textOfContent(theirs.content))) {
      this.#goOnFrom(theirs);
      return this.#schedule(0);
    }
    this.#asking = true;
    this.#keepLocally();
    this.#ways.onSaving({ kind: 'asking' });
    this.#ways.onTheirs(theirs ?? 'gone');
  }
}
