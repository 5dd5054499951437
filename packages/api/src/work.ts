import type { Database } from '@kycuong/db/connection.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import type { ImportSource } from '@kycuong/domain/organisation/import-row.ts';
import type { Quotas } from '@kycuong/domain/usage/quota.ts';
import type { Proof } from './access/proof.ts';
import type { SessionLimits } from './access/session-times.ts';
import type { InstallationKeys } from './installation-keys.ts';
import type { Caller, Transaction } from './transaction.ts';

/** What the doors stand on. Everything outside comes in here, time included. */
export interface Ground {
  readonly database: Database;
  readonly now: () => Date;
  readonly keys?: InstallationKeys;
  /** The usual ones where none are said. */
  readonly sessionLimits?: SessionLimits;
  /** Who must have a second factor; nobody where it is not said. */
  readonly secondFactor?: 'administrators' | undefined;
  /** Where the installation sets others than `dailyQuotas`. */
  readonly quotas?: Quotas;
}

/** What a command or query works with, inside its transaction. */
export interface Work<Input> {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly input: Input;
  readonly now: Date;
  readonly keys: InstallationKeys;
  /** The device that signed the request, registered and with a valid signature; null: none did. */
  readonly signedBy: string | null;
}

export interface Origin {
  readonly address: string;
  readonly browser: string | undefined;
}

/** A file beside a command: no part of its content by which a replay is known, but kept with what came of it. */
export interface Enclosed {
  readonly source: ImportSource;
  readonly bytes: Uint8Array;
}

export interface Request {
  readonly ground: Ground;
  readonly caller: Caller;
  readonly signedBy?: string | null;
  /** From where it was asked, for the security log. */
  readonly origin?: Origin;
  /** Where the call says who asks once more: what becomes of it. */
  readonly proof?: Proof;
  readonly enclosed?: Enclosed | undefined;
}
