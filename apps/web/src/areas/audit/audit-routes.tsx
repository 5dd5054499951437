import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.tsx';

export const recordAuditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quality-systems/$unitId/audit',
  component: lazyRouteComponent(() => import('./record-audit-page.tsx'), 'RecordAuditPage'),
});

export const recordReviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/quality-systems/$unitId/review',
  component: lazyRouteComponent(() => import('./record-review-page.tsx'), 'RecordReviewPage'),
});

export const auditRoutes = [recordAuditRoute, recordReviewRoute];
