import { CreateAccount, NewGrant } from '@kycuong/domain/access/create-account.ts';
import * as z from 'zod/mini';

const { role, unitId, validFrom, validUntil } = NewGrant.shape;

/** A role as a form fills it in: what may be left empty is null. */
export const FormGrant = z.object({
  role,
  unitId: z._default(unitId, null),
  validFrom,
  validUntil: z._default(validUntil, null),
});

/** `CreateAccount` as a form fills it in: what may be left empty is null. */
export const AccountForm = z.object({
  ...CreateAccount.shape,
  email: z._default(CreateAccount.shape.email, null),
  unitId: z._default(CreateAccount.shape.unitId, null),
  grants: z.array(z.pipe(FormGrant, NewGrant)).check(z.minLength(1), z.maxLength(20)),
});
