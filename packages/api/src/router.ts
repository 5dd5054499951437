import { accessRouter } from './access/router.ts';
import { router } from './trpc.ts';

/** Every command and query that the screens can call, by area. */
export const appRouter = router({
  access: accessRouter,
});

export type AppRouter = typeof appRouter;
