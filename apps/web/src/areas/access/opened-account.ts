import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

/** An account as its page shows it. */
export type OpenedAccount = inferOutput<typeof trpc.access.account>;
/** What follows an act on it, with what to tell the person who did it. */
export type Done = (message: string) => Promise<void>;
export type HeldRole = OpenedAccount['roles'][number];
