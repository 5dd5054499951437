import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type RoundDetails = inferOutput<typeof trpc.planning.getRound>;
export type RoundVisit = RoundDetails['visits'][number];
