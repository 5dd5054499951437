import * as z from 'zod/mini';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** Opens a locked account again; no session comes back with it. */
export const UnlockAccount = z.object({ accountId: Id, reason: requiredText(500) });
export type UnlockAccount = z.infer<typeof UnlockAccount>;
