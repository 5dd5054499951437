import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type ActionDetails = inferOutput<typeof trpc.correctiveAction.get>;
export type ActionAnswer = ActionDetails['answers'][number];
export type ActionProof = ActionDetails['evidence']['proofs'][number];
export type ListedAction = inferOutput<typeof trpc.correctiveAction.list>['actions'][number];
