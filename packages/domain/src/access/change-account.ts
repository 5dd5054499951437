import * as z from 'zod/mini';
import { Id } from '../input/id.ts';
import { CreateAccount } from './create-account.ts';

const { fullName, email, unitId } = CreateAccount.shape;

/** What is said of a person. The user name stays: it stands in papers and in people's heads. */
export const ChangeAccount = z.object({ accountId: Id, fullName, email, unitId });
export type ChangeAccount = z.infer<typeof ChangeAccount>;
