import { mutation, router } from '../trpc.ts';
import { amendFinding } from './amend-finding.ts';
import { raiseFinding } from './raise-finding.ts';

export const findingRouter = router({ raise: mutation(raiseFinding), amend: mutation(amendFinding) });
