import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { qualityStatuses } from '@kycuong/domain/quality/quality-status.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters } from '../../use-address-filters.ts';

export const qualityListRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quality-systems',
  validateSearch: addressFilters,
  component: lazyRouteComponent(() => import('./quality-list-page.tsx'), 'QualityListPage'),
});

export const editionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/editions',
  validateSearch: addressFilters,
  component: lazyRouteComponent(() => import('./editions-page.tsx'), 'EditionsPage'),
});

const QualitySearch = z.object({
  asOf: z.optional(PlainDate),
  /** The status before what was just recorded: the page then says what has changed. */
  was: z.optional(z.enum(qualityStatuses)),
});

export const qualityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quality-systems/$unitId',
  validateSearch: (search) => QualitySearch.safeParse(search).data ?? {},
  component: lazyRouteComponent(() => import('./quality-page.tsx'), 'QualityPage'),
});

export const startSystemRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quality-systems/$unitId/start',
  component: lazyRouteComponent(() => import('./start-system-page.tsx'), 'StartSystemPage'),
});

export const recordEventRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quality-systems/$unitId/step',
  component: lazyRouteComponent(() => import('./record-event-page.tsx'), 'RecordEventPage'),
});

export const closeDeclarationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quality-systems/$unitId/close',
  component: lazyRouteComponent(() => import('./close-declaration-page.tsx'), 'CloseDeclarationPage'),
});

export const qualityRoutes = [
  qualityListRoute,
  editionsRoute,
  qualityRoute,
  startSystemRoute,
  recordEventRoute,
  closeDeclarationRoute,
];
