import { reading, router } from '../trpc.ts';
import { myWork } from './my-work.ts';

export const noticeRouter = router({ myWork: reading(myWork) });
