import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { requireShallow, requireSound } from '@kycuong/domain/input/require-sound.ts';
import type * as z from 'zod/mini';
import { enter } from './transaction.ts';
import type { Request, Work } from './work.ts';

export interface Query<Schema extends z.ZodMiniType, Output> {
  readonly input: Schema;
  run(work: Work<z.output<Schema>>): Promise<Output>;
}

/** Declares a read: same person, same fence of rows as a command, nothing written. */
export function query<Schema extends z.ZodMiniType, Output>(
  definition: Query<Schema, Output>,
): Query<Schema, Output> {
  return definition;
}

/** What a direct query works with: no transaction is open yet. */
export interface Asked<Input> extends Request {
  readonly input: Input;
  readonly now: Date;
}

/** A read that enters and reads in one statement of its own (a database function that calls `enter`). */
export interface DirectQuery<Schema extends z.ZodMiniType, Output> {
  readonly input: Schema;
  answer(asked: Asked<z.output<Schema>>): Promise<Output>;
}

/** Declares a read that is asked so often that a transaction around it would cost more than the read. */
export function directQuery<Schema extends z.ZodMiniType, Output>(
  definition: DirectQuery<Schema, Output>,
): DirectQuery<Schema, Output> {
  return definition;
}

/** A read of either kind. */
export type AnyQuery<Schema extends z.ZodMiniType, Output> =
  | Query<Schema, Output>
  | DirectQuery<Schema, Output>;

export async function ask<Schema extends z.ZodMiniType, Output>(
  definition: AnyQuery<Schema, Output>,
  request: Request,
  raw: unknown,
): Promise<Output> {
  requireShallow(raw);
  const input = validate(definition.input, raw);
  // Texts are storable now; what else is in it may be asked of the database as it came.
  requireSound(input);
  const { ground, caller, signedBy = null } = request;
  if ('answer' in definition) return definition.answer({ ...request, input, now: ground.now() });
  return ground.database.transaction(async (tx) => {
    const now = ground.now();
    // Sent together: as a setting of the transaction it would take a round trip of its own.
    const [, actor] = await Promise.all([
      tx.setTransaction({ accessMode: 'read only' }),
      enter(tx, caller, now),
    ]);
    return definition.run({ tx, actor, input, now, keys: ground.keys ?? {}, signedBy });
  });
}

/** The row, or the DomainError that says it is not there or not the person's to see. */
export function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new DomainError('not-found', 'record.not-found');
  return row;
}
