import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
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

export async function ask<Schema extends z.ZodMiniType, Output>(
  definition: Query<Schema, Output>,
  { ground, caller, signedBy = null }: Request,
  raw: unknown,
): Promise<Output> {
  const input = validate(definition.input, raw);
  return ground.database.transaction(
    async (tx) => {
      const now = ground.now();
      const actor = await enter(tx, caller, now);
      return definition.run({ tx, actor, input, now, keys: ground.keys ?? {}, signedBy });
    },
    { accessMode: 'read only' },
  );
}

/** The row, or the DomainError that says it is not there or not the person's to see. */
export function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new DomainError('not-found', 'record.not-found');
  return row;
}
