import { accessRouter } from './access/router.ts';
import { auditRouter } from './audit/router.ts';
import { calendarRouter } from './calendar/router.ts';
import { checklistRouter } from './checklist/router.ts';
import { conclusionRouter } from './conclusion/router.ts';
import { organisationRouter } from './organisation/router.ts';
import { planningRouter } from './planning/router.ts';
import { qualityRouter } from './quality/router.ts';
import { statisticsRouter } from './statistics/router.ts';
import { router } from './trpc.ts';

/** Every command and query that the screens can call, by area. */
export const appRouter = router({
  access: accessRouter,
  organisation: organisationRouter,
  calendar: calendarRouter,
  checklist: checklistRouter,
  planning: planningRouter,
  quality: qualityRouter,
  audit: auditRouter,
  statistics: statisticsRouter,
  conclusion: conclusionRouter,
});

export type AppRouter = typeof appRouter;
