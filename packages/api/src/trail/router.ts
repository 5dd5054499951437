import { reading, router } from '../trpc.ts';
import { listTrail } from './list-trail.ts';

export const trailRouter = router({ list: reading(listTrail) });
