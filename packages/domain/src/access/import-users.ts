import * as z from 'zod/mini';
import { Confirmed, type ImportRow, rowsOf } from '../organisation/import-row.ts';
import { leastPasswordLength } from './change-password.ts';
import { Username } from './username.ts';

/** The columns of a user file. One row is one role of one person; `userTemplate` is their usual order. */
export const userColumns = ['username', 'full_name', 'unit_code', 'role', 'valid_from'] as const;
export const optionalUserColumns = ['email', 'valid_until'] as const;
export const userTemplate = [
  'username',
  'full_name',
  'email',
  'unit_code',
  'role',
  'valid_from',
  'valid_until',
] as const;
export type UserRow = ImportRow<(typeof userColumns)[number], (typeof optionalUserColumns)[number]>;

/** Of accounts that one list makes. A hash takes about 30 ms on a core of its own: with others at work they come within ten minutes. */
export const mostFirstPasswords = 5_000;

/** Roles of people; `passwords` are first passwords, taken by the accounts that the import creates. */
export const ImportUsers = z.object({
  rows: rowsOf(userColumns, optionalUserColumns),
  confirmed: Confirmed,
  passwords: z
    .array(
      z.object({
        username: Username,
        password: z.string().check(z.minLength(leastPasswordLength), z.maxLength(256)),
      }),
    )
    .check(z.maxLength(100_000)),
});
export type ImportUsers = z.infer<typeof ImportUsers>;
