import type { Trouble } from './trouble.ts';

interface Reason {
  /** Key and values of the error catalogue, when the server gave a reason. */
  readonly key?: string | null;
  readonly details?: Readonly<Record<string, string | number | undefined>>;
  /** How long whoever answered asks to be left alone. */
  readonly retryAfterMs?: number;
}

/** A call that brought no answer to work with. Says nothing about the work itself: that stays where it is. */
export class ServerFailure extends Error {
  override readonly name = 'ServerFailure';
  readonly trouble: Trouble;
  readonly key: string | null;
  readonly details: NonNullable<Reason['details']>;
  readonly retryAfterMs: number;

  constructor(trouble: Trouble, { key = null, details = {}, retryAfterMs = 0 }: Reason = {}) {
    super(`${trouble}${key === null ? '' : `: ${key}`}`);
    this.trouble = trouble;
    this.key = key;
    this.details = details;
    this.retryAfterMs = retryAfterMs;
  }
}

export function troubleOf(error: unknown): Trouble {
  return error instanceof ServerFailure ? error.trouble : 'server';
}

/** The wait that the failure asks for; 0: none. */
export function retryAfterOf(error: unknown): number {
  return error instanceof ServerFailure ? error.retryAfterMs : 0;
}
