import type { Trouble } from './store.ts';

/** A call that brought no answer to work with. Says nothing about the work itself: that stays where it is. */
export class ServerFailure extends Error {
  override readonly name = 'ServerFailure';
  readonly trouble: Trouble;
  /** Key and values of the error catalogue, when the server gave a reason. */
  readonly key: string | null;
  readonly details: Readonly<Record<string, string | number | undefined>>;

  constructor(trouble: Trouble, key: string | null = null, details: ServerFailure['details'] = {}) {
    super(`${trouble}${key === null ? '' : `: ${key}`}`);
    this.trouble = trouble;
    this.key = key;
    this.details = details;
  }
}

export function troubleOf(error: unknown): Trouble {
  return error instanceof ServerFailure ? error.trouble : 'server';
}
