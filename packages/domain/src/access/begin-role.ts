import * as z from 'zod/mini';
import { Id } from '../input/id.ts';
import { NewGrant } from './create-account.ts';

/** One more role of a person, from a day on. */
export const BeginRole = z.object({ grantId: Id, accountId: Id, grant: NewGrant });
export type BeginRole = z.infer<typeof BeginRole>;
