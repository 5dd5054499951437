import { accessRouter } from './access/router.ts';
import { auditRouter } from './audit/router.ts';
import { calendarRouter } from './calendar/router.ts';
import { checklistRouter } from './checklist/router.ts';
import { conclusionRouter } from './conclusion/router.ts';
import { correctiveActionRouter } from './corrective-action/router.ts';
import { deviceRouter } from './device/router.ts';
import { dossierRouter } from './dossier/router.ts';
import { draftRouter } from './draft/router.ts';
import { evidenceRouter } from './evidence/router.ts';
import { findingRouter } from './finding/router.ts';
import { noticeRouter } from './notice/router.ts';
import { organisationRouter } from './organisation/router.ts';
import { planningRouter } from './planning/router.ts';
import { qualityRouter } from './quality/router.ts';
import { statisticsRouter } from './statistics/router.ts';
import { syncRouter } from './sync/router.ts';
import { trailRouter } from './trail/router.ts';
import { router } from './trpc.ts';
import { visitRouter } from './visit/router.ts';

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
  visit: visitRouter,
  dossier: dossierRouter,
  finding: findingRouter,
  evidence: evidenceRouter,
  sync: syncRouter,
  correctiveAction: correctiveActionRouter,
  trail: trailRouter,
  notice: noticeRouter,
  device: deviceRouter,
  draft: draftRouter,
});

export type AppRouter = typeof appRouter;
