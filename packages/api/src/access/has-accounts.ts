import { account } from '@kycuong/db/schema/access.ts';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** Is there anybody yet? The first account may be made without saying that it is an administrator's. */
export const hasAccounts = query({
  input: z.undefined(),
  run: async ({ tx }) => (await tx.select({ id: account.id }).from(account).limit(1)).length > 0,
});
