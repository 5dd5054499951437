import * as z from 'zod/mini';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** Shuts an account: its sessions end for good, and what its person still sends waits for the team's leader. */
export const LockAccount = z.object({ accountId: Id, reason: requiredText(500) });
export type LockAccount = z.infer<typeof LockAccount>;
