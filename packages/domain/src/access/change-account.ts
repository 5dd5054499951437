import * as z from 'zod/mini';
import { Id } from '../input/id.ts';
import { CreateAccount } from './create-account.ts';

const { fullName, email, unitId } = CreateAccount.shape;
/** What is said of a person. The user name stays: it stands in papers and in people's heads. */
export const AccountFacts = z.object({ fullName, email, unitId });
export type AccountFacts = z.infer<typeof AccountFacts>;

/** `seen`: what was said before, as whoever changes it saw it. What somebody else wrote since then is never overwritten unseen. */
export const ChangeAccount = z.object({
  accountId: Id,
  ...AccountFacts.shape,
  seen: z.object({ fullName: z.string(), email: z.nullable(z.string()), unitId }),
});
export type ChangeAccount = z.infer<typeof ChangeAccount>;
