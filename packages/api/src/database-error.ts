import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';

/** The SQLSTATE and constraint of a database error, however deep Drizzle has wrapped it. */
function databaseError(error: unknown): { code: string; constraint: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = Reflect.get(error, 'code');
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) {
    const constraint = Reflect.get(error, 'constraint_name');
    return { code, constraint: typeof constraint === 'string' ? constraint : '' };
  }
  return databaseError(error.cause);
}

/** Numbers that an office gives once in a year, by the index that holds them apart. */
const takenNumbers: Readonly<Record<string, { readonly key: ErrorKey; readonly field: string }>> = {
  conclusion_number: { key: 'conclusion.number-taken', field: 'number' },
  round_decision: { key: 'planning.decision-taken', field: 'decisionNo' },
};

/**
 * Database refusals that a person can cause: what already exists, what is not there, what the fence hides.
 * Anything else is a failure of ours and is thrown on, so that no receipt is stored for it.
 */
export function translateDatabaseError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const found = databaseError(error);
  const code = found?.code;
  const taken = code === '23505' ? takenNumbers[found?.constraint ?? ''] : undefined;
  if (taken) return new DomainError('conflict', taken.key, { field: taken.field });
  // Class 22: a value that the column cannot hold, such as NUL in a text or a year out of range.
  if (code?.startsWith('22')) return new DomainError('invalid', 'input.wrong-format');
  switch (code) {
    case '23505':
    case '23P01':
      return new DomainError('conflict', 'record.exists');
    case '23503':
      return new DomainError('not-found', 'record.not-found');
    case '42501':
      return new DomainError('forbidden', 'access.forbidden');
    default:
      throw error;
  }
}

/** Values that no column holds and no cast takes, whatever schema let them through. */
const callersValues = ['22003', '22007', '22008', '22021', '22P02', '22P05'];

/** What a read's failure says of what was asked for; undefined: it is a failure of ours. */
export function unreadableValue(error: unknown): DomainError | undefined {
  const code = databaseError(error)?.code;
  return code !== undefined && callersValues.includes(code)
    ? new DomainError('invalid', 'input.wrong-format')
    : undefined;
}

/** Something that the caller does not see refers to what was to go. */
export const isStillReferred = (error: unknown) => databaseError(error)?.code === '23503';

/** A day has no room for what was to be written (`count_use`). */
export const isDayFull = (error: unknown) => databaseError(error)?.code === 'KC001';

const takenIds = new Set(['command_receipt_pkey', 'quarantined_command_pkey', 'quarantined_command_version']);

/** The command's id is taken, by another sender at the same time or by a command that the fence does not show. */
export function isTakenId(error: unknown): boolean {
  const found = databaseError(error);
  return found?.code === '23505' && takenIds.has(found.constraint);
}
