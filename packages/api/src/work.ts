import type { Database } from '@kycuong/db/connection.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import type { Caller, Transaction } from './transaction.ts';

/** What the doors stand on. Everything outside comes in here, time included. */
export interface Ground {
  readonly database: Database;
  readonly now: () => Date;
}

/** What a command or query works with, inside its transaction. */
export interface Work<Input> {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly input: Input;
  readonly now: Date;
}

export interface Request {
  readonly ground: Ground;
  readonly caller: Caller;
}
