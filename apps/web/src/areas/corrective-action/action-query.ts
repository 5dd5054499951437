import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../api.ts';

export type ShownAction = inferOutput<typeof trpc.correctiveAction.get>;
export type ShownAnswer = ShownAction['answers'][number];
export type ShownProof = ShownAction['evidence']['proofs'][number];

export const actionQuery = (actionId: string) => trpc.correctiveAction.get.queryOptions({ actionId });
