import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type ConclusionDetails = inferOutput<typeof trpc.conclusion.get>;
