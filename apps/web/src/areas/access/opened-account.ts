import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

/** An account as its page shows it. */
export type OpenedAccount = inferOutput<typeof trpc.access.account>;
export type HeldRole = OpenedAccount['roles'][number];
