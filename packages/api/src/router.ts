import { accessRouter } from './access/router.ts';
import { organisationRouter } from './organisation/router.ts';
import { router } from './trpc.ts';

/** Every command and query that the screens can call, by area. */
export const appRouter = router({
  access: accessRouter,
  organisation: organisationRouter,
});

export type AppRouter = typeof appRouter;
