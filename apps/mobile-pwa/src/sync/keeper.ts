import { LockedError } from '../lock/seal-rows.ts';
import { saving } from '../shell/save-trouble.ts';

const retryMs = 5_000;

/** Locked since: the browser has had it from the moment of its key, and nothing can be sealed now. */
function passLocked(error: unknown): void {
  if (!(error instanceof LockedError)) throw error;
}

/**
 * Keeps the latest of what is typed: each key is handed to the browser in the event in which it is typed. While the disk is
 * at an earlier one, a later one is handed over all the same, and made certain once the disk is done; a full disk is
 * tried again.
 */
export class Keeper<Row> {
  readonly #write: (row: Row, durability: IDBTransactionDurability) => Promise<unknown>;
  #latest: Row | undefined;
  #kept: Row | undefined;
  #isBusy = false;
  #isOver = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  /** @param write has handed the row over by the time it returns its promise. */
  constructor(write: (row: Row, durability: IDBTransactionDurability) => Promise<unknown>) {
    this.#write = write;
  }

  keep(row: Row): void {
    this.#latest = row;
    this.#handOver();
  }

  #handOver(): void {
    const row = this.#latest;
    if (row === undefined || row === this.#kept || this.#isOver) return;
    clearTimeout(this.#retry);
    if (this.#isBusy) return void this.#write(row, 'relaxed').catch(() => undefined);
    this.#isBusy = true;
    const after = (isKept: boolean) => {
      this.#isBusy = false;
      if (isKept) this.#handOver();
      // The head says that it is not on the disk; a disk may have room again.
      else this.#retry = setTimeout(() => this.#handOver(), retryMs);
    };
    void saving(() => this.#write(row, 'strict').catch(passLocked)).then(
      () => {
        this.#kept = row;
        after(true);
      },
      () => after(false),
    );
  }

  /** What was typed is dropped: nothing of it is written after that. */
  stop(): void {
    this.#isOver = true;
  }

  /**
   * Nothing more is typed: what was typed last is on the disk when `then` is done with it, and is not written after that.
   * @throws where the disk does not take it, or `then` fails: it goes on being kept.
   */
  async finish<Result>(then: (row: Row) => Promise<Result>): Promise<Result | undefined> {
    const row = this.#latest;
    if (row === undefined) return undefined;
    this.stop();
    try {
      if (row !== this.#kept) await saving(() => this.#write(row, 'strict'));
      this.#kept = row;
      return await then(row);
    } catch (error) {
      this.#isOver = false;
      throw error;
    }
  }
}
