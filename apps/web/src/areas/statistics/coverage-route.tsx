import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { qualityStatuses } from '@kycuong/domain/quality/quality-status.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { shellRoute } from '../../shell/shell-route.tsx';

const CoverageSearch = z.object({
  area: z.optional(z.uuid()),
  asOf: z.optional(PlainDate),
  status: z.optional(z.enum(qualityStatuses)),
});

/** The leadership board. Area, day and the level looked at stay in the address, so a view can be sent to someone. */
export const coverageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/coverage',
  validateSearch: (search) => CoverageSearch.safeParse(search).data ?? {},
  component: lazyRouteComponent(() => import('./coverage-board.tsx'), 'CoverageBoard'),
});
