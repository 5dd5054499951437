import { createRouter } from '@tanstack/react-router';
import { accessRoutes } from './areas/access/access-routes.ts';
import { changePasswordRoute } from './areas/access/change-password-page.tsx';
import { ownSessionsRoute } from './areas/access/own-sessions-page.tsx';
import { securityLogRoute } from './areas/access/security-log-page.tsx';
import { signInRoute } from './areas/access/sign-in-page.tsx';
import { auditRoutes } from './areas/audit/audit-routes.tsx';
import { holidaysRoute } from './areas/calendar/holidays-page.tsx';
import { checklistRoute } from './areas/checklist/checklist-page.tsx';
import { checklistsRoute } from './areas/checklist/checklists-page.tsx';
import { legalBasesRoute } from './areas/checklist/legal-bases-page.tsx';
import { conclusionRoute } from './areas/conclusion/conclusion-page.tsx';
import { conclusionsRoute } from './areas/conclusion/conclusions-page.tsx';
import { reportRoute } from './areas/conclusion/report-page.tsx';
import { correctiveActionRoute } from './areas/corrective-action/action-page.tsx';
import { correctiveActionsRoute } from './areas/corrective-action/actions-page.tsx';
import { devicesRoute } from './areas/device/devices-page.tsx';
import { homeRoute } from './areas/notice/home-page.tsx';
import { organisationRoutes } from './areas/organisation/organisation-routes.ts';
import { newRoundRoute } from './areas/planning/new-round-page.tsx';
import { roundRoute } from './areas/planning/round-page.tsx';
import { roundsRoute } from './areas/planning/rounds-page.tsx';
import { qualityRoutes } from './areas/quality/quality-routes.tsx';
import { coverageRoute } from './areas/statistics/coverage-route.tsx';
import { trailRoute } from './areas/trail/trail-page.tsx';
import { importParcelRoute } from './areas/visit/import-parcel-page.tsx';
import { visitRoute } from './areas/visit/visit-page.tsx';
import { BrokenPage } from './shell/broken-page.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { rootRoute } from './shell/root-route.tsx';
import { shellRoute } from './shell/shell-route.tsx';

/** A new area adds its routes below the shell, and its place to `shell/navigation.ts`. */
const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    homeRoute,
    changePasswordRoute,
    ownSessionsRoute,
    securityLogRoute,
    roundsRoute,
    newRoundRoute,
    importParcelRoute,
    roundRoute,
    reportRoute,
    visitRoute,
    conclusionsRoute,
    conclusionRoute,
    correctiveActionsRoute,
    correctiveActionRoute,
    coverageRoute,
    ...qualityRoutes,
    ...auditRoutes,
    ...organisationRoutes,
    ...accessRoutes,
    devicesRoute,
    trailRoute,
    holidaysRoute,
    checklistsRoute,
    checklistRoute,
    legalBasesRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  // Another thing is another page: a form about the one is never left on the page of the other.
  defaultRemountDeps: ({ params }) => params,
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
