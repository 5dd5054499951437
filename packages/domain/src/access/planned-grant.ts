import type { RowQuestion } from '../organisation/import-report.ts';
import type { StatedUser } from './read-user-rows.ts';
import type { Account, RoleGrant } from './user-import.ts';

type Change = 'created' | 'updated' | 'unchanged';

/** Somebody as a file makes them. */
export type Person = {
  /** The first of theirs that was taken. */
  readonly row: StatedUser;
  readonly before: Account | undefined;
  readonly account: Account;
  readonly change: Change;
  /** Has a row said where they work? */
  readonly placed: boolean;
  /** Whether their workplace is to be another one. */
  readonly asked: RowQuestion | undefined;
  /** The places of the roles that the file has said so far. */
  readonly over: readonly (string | null)[];
};

/** A role as a row of a file makes it. */
export type PlannedGrant = {
  readonly line: number;
  readonly account: Account;
  readonly before: RoleGrant | undefined;
  readonly grant: RoleGrant;
  readonly change: Change;
};

export function changeOf<Row extends object>(
  before: Row | undefined,
  after: Row,
  fields: readonly (keyof Row)[],
): Change {
  if (before === undefined) return 'created';
  return fields.every((field) => before[field] === after[field]) ? 'unchanged' : 'updated';
}
