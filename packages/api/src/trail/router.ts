import { reading, router } from '../trpc.ts';
import { getChain } from './get-chain.ts';
import { listTrail } from './list-trail.ts';

export const trailRouter = router({ list: reading(listTrail), chain: reading(getChain) });
