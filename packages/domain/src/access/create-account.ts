import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { requiredLine } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { leastPasswordLength } from './change-password.ts';
import { Email } from './email.ts';
import { roles } from './role.ts';
import { Username } from './username.ts';

/** How long a first password is good for: it is handed over on paper, perhaps after a weekend. */
export const firstPasswordDays = 7;
export function firstPasswordEnd(from: Date): Date {
  return new Date(from.getTime() + firstPasswordDays * 86_400_000);
}

export const NewGrant = z
  .object({
    role: z.enum(roles),
    /** The unit over which the role is held; null: the whole system, for an administrator only. */
    unitId: z.nullable(Id),
    validFrom: PlainDate,
    /** Last day; null while it is held. */
    validUntil: z.nullable(PlainDate),
  })
  .check(
    z.refine(({ role, unitId }) => unitId !== null || role === 'administrator', {
      error: 'access.role-needs-unit',
      path: ['unitId'],
    }),
    z.refine(({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom, {
      error: 'access.until-before-from',
      path: ['validUntil'],
    }),
  );

/** An account, what it may do, and its first password. */
export const CreateAccount = z.object({
  accountId: Id,
  username: Username,
  fullName: requiredLine(200),
  email: z.nullable(Email),
  /** Where the person works. */
  unitId: z.nullable(Id),
  grants: z.array(NewGrant).check(z.minLength(1), z.maxLength(20)),
  password: z.string().check(z.minLength(leastPasswordLength), z.maxLength(256)),
  /** A person of the demo story; the command line alone can say so. */
  invented: z.optional(z.boolean()),
  /** Whoever typed the password will use it: believed at the command line, of the first account there is. */
  chosen: z.optional(z.boolean()),
});
export type CreateAccount = z.infer<typeof CreateAccount>;
