import 'fake-indexeddb/auto';
import { newDataKey } from '@kycuong/domain/sync/row-cipher.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { OpenConflict } from '@kycuong/domain/visit/open-conflicts.ts';
import type { VisitView } from '@kycuong/domain/visit/visit-view.ts';
import { Dexie } from 'dexie';
import { attachEvidence } from '../src/evidence/attach.ts';
import { sha256Of } from '../src/evidence/capture.ts';
import { setFact } from '../src/sync/facts.ts';
import type { FieldAct } from '../src/sync/field-act.ts';
import { logCommand } from '../src/sync/log-command.ts';
import { logTexts } from '../src/sync/log-text.ts';
import { pullChanges } from '../src/sync/puller.ts';
import { asOnlySender, clearUnderWay, forgetWaits, sendWaiting } from '../src/sync/sender.ts';
import type { FieldServer } from '../src/sync/server.ts';
import { readTotals, type SyncTotals } from '../src/sync/status.ts';
import { type FieldStore, openStore } from '../src/sync/store.ts';
import { TextSession } from '../src/sync/text-session.ts';
import { type Carry, uploadWaiting } from '../src/sync/uploader.ts';
import { knowVisit, memoryTables } from '../src/sync/visit-memory.ts';

Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/** What a tablet's round goes through to the server: a network that may do anything. */
export interface Way {
  readonly server: Pick<FieldServer, 'push' | 'pull' | 'packet'>;
  readonly carry: Carry;
}

/** Runs something on a disk that has room for so many writes more into one database, whoever makes them. */
async function onFullDisk(database: string, writes: number, run: () => Promise<void>): Promise<void> {
  let left = writes;
  const { add, put } = IDBObjectStore.prototype;
  const bounded = (write: typeof put): typeof put =>
    function (this: IDBObjectStore, ...given) {
      if (this.transaction.db.name === database) left -= 1;
      if (left < 0) throw new DOMException('no room', 'QuotaExceededError');
      return write.apply(this, given);
    };
  Object.assign(IDBObjectStore.prototype, { add: bounded(add), put: bounded(put) });
  try {
    await run();
  } finally {
    Object.assign(IDBObjectStore.prototype, { add, put });
  }
}

/** The tablet's own code on a database of its own, in one person's hands; its clock runs `skewMs` ahead. */
export class RealTablet {
  readonly author: string;
  readonly #name = `field-${uuidV7()}`;
  readonly #device = uuidV7();
  readonly #key = newDataKey();
  readonly #now: () => number;
  store: FieldStore;

  constructor(author: string, now: () => number, skewMs: number) {
    this.author = author;
    this.#now = () => now() + skewMs;
    this.store = this.#open();
  }

  #open(): FieldStore {
    const store = openStore(this.#name);
    // A copy: a vault overwrites its key when it is closed.
    store.vault.open({ account: this.author, keyId: this.#name, key: this.#key.slice() });
    return store;
  }

  /** The tab is killed wherever it is; another is opened. */
  async kill(): Promise<void> {
    this.store.close();
    this.store = this.#open();
  }

  /** The person gives the code again, as after every start. */
  async unlock(): Promise<void> {
    await logTexts(this.store, { visitId: null });
  }

  /** The person says of whatever waits for it that it is no state secret. */
  async speakFor(): Promise<void> {
    await logTexts(this.store, { visitId: null, ask: async () => true });
  }

  /** Comes to the note of an item and types a text key by key; gives what leaves the field. */
  async type(visitId: string, itemCode: string, text: string): Promise<() => Promise<unknown>> {
    const { view } = await this.known(visitId);
    const note = view.answers.get(itemCode)?.note;
    const { store } = this;
    const hand = () => ({ ...this.#hand(), store });
    const seen = { value: note?.value ?? null, base: note?.command ?? null };
    const session = new TextSession(hand, { visitId, itemCode, part: 'note' }, seen);
    for (let length = 1; length <= text.length; length += 1) {
      session.type(text.slice(0, length));
      if (length % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return () => session.leave();
  }

  async learnOffset(skewMs: number): Promise<void> {
    await setFact(this.store, 'serverOffsetMs', -skewMs);
  }

  #hand() {
    return { store: this.store, author: this.author, device: this.#device, nowMs: this.#now() };
  }

  async write(act: FieldAct): Promise<void> {
    await logCommand(this.#hand(), act);
  }

  async photograph(visitId: string, itemCode: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const sha256 = await sha256Of(bytes);
    const takenAt = new Date(this.#now()).toISOString();
    const facts = { sha256, size: bytes.length, mediaType: 'image/jpeg' as const, name: 'anh.jpg', takenAt };
    await attachEvidence(this.#hand(), visitId, { kind: 'item', id: itemCode }, { bytes, facts });
  }

  /** What is done with a disk that has room for so many writes more. */
  async withRoomFor(writes: number, run: () => Promise<void>): Promise<void> {
    await onFullDisk(this.#name, writes, run);
  }

  /** One round of one tab; nothing where another tab of the device is at it. */
  async round({ server, carry }: Way): Promise<void> {
    const { store, author } = this;
    const ground = { store, author, now: this.#now, random: () => 0.5 };
    await asOnlySender(navigator.locks, async () => {
      await clearUnderWay(store);
      await sendWaiting({ ...ground, server });
      await uploadWaiting({ ...ground, carry });
      await pullChanges({ store, server, account: author, now: this.#now });
    });
  }

  async forgetWaits(): Promise<void> {
    await forgetWaits(this.store);
  }

  totals(): Promise<SyncTotals> {
    return readTotals(this.store);
  }

  async known(
    visitId: string,
  ): Promise<{ readonly view: VisitView; readonly conflicts: readonly OpenConflict[] }> {
    const { store, author } = this;
    return store.transaction('r', memoryTables(store), async () => knowVisit(store, author, visitId));
  }

  async rows() {
    const { commands, texts, receipts, uploads, files } = this.store;
    const [logged, typed, answered, sent, kept] = await Promise.all([
      commands.toArray(),
      texts.toArray(),
      receipts.toArray(),
      uploads.toArray(),
      files.toArray(),
    ]);
    return { logged, typed, answered, sent, kept: kept.map(({ sha256 }) => sha256) };
  }
}
