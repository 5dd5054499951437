import { createRouter } from '@tanstack/react-router';
import { changePasswordRoute } from './areas/access/change-password-page.tsx';
import { signInRoute } from './areas/access/sign-in-page.tsx';
import { auditRoutes } from './areas/audit/audit-routes.tsx';
import { homeRoute } from './areas/notice/home-page.tsx';
import { qualityRoutes } from './areas/quality/quality-routes.tsx';
import { coverageRoute } from './areas/statistics/coverage-route.tsx';
import { BrokenPage } from './shell/broken-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { rootRoute } from './shell/root-route.tsx';
import { shellRoute } from './shell/shell-route.tsx';

/** A new area adds its routes below the shell, and its place to `shell/navigation.ts`. */
const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([homeRoute, changePasswordRoute, coverageRoute, ...qualityRoutes, ...auditRoutes]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: BrokenPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
