import { account } from '@kycuong/db/schema/access.ts';
import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { holdsOver } from '@kycuong/domain/access/actor.ts';
import { can } from '@kycuong/domain/access/permission.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { usualAnswerDue } from '@kycuong/domain/planning/process-deadline.ts';
import { roundTransitions } from '@kycuong/domain/planning/round-state.ts';
import { allows } from '@kycuong/domain/state/transition.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';
import { loadDeadlines } from './load-deadlines.ts';
import { loadRound } from './load-round.ts';
import { roundPlan } from './round-plan.ts';

/** A round with team, visits, checklist and conclusion, and the acts that this person may do to it now. */
export const getRound = query({
  input: z.object({ roundId: Id }),
  run: async ({ tx, actor, input, now }) => {
    const { round, resource } = await loadRound(tx, actor, input.roundId);
    const plan = await roundPlan(tx, actor, now, round);
    const [version] = await tx
      .select()
      .from(checklistVersion)
      .where(eq(checklistVersion.id, round.checklistVersionId));
    const checklist = Checklist.parse(found(version).content);
    const [lead] = await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, round.leadUnitId));
    const [creator] = await tx
      .select({ fullName: account.fullName })
      .from(account)
      .where(eq(account.id, round.createdBy));
    const [its] = await tx.select().from(conclusion).where(eq(conclusion.roundId, round.id));
    const inside =
      resource.teamRole !== undefined ||
      holdsOver(actor, ['programme-office', 'leadership'], resource.coveredBy);
    const mayIssue =
      allows(roundTransitions, round.status, 'issue') && can(actor, 'planning.issue-round', resource);
    return {
      ...round,
      ...plan,
      /** For who issues it: made of more than others are told. */
      version: mayIssue ? plan.version : null,
      /** Not for the units: it may tell who complained. */
      shortNoticeReason: inside ? round.shortNoticeReason : null,
      issuedAt: round.issuedAt?.toISOString() ?? null,
      concludedAt: round.concludedAt?.toISOString() ?? null,
      recordedAt: round.recordedAt.toISOString(),
      leadUnitName: lead?.name ?? '',
      createdByName: creator?.fullName ?? '',
      checklist: {
        versionId: round.checklistVersionId,
        number: version?.number ?? 1,
        title: checklist.title,
        itemCount: itemsOf(checklist).length,
      },
      conclusion:
        its === undefined
          ? null
          : {
              conclusionId: its.id,
              status: its.status,
              submittedAt: its.submittedAt.toISOString(),
              number: its.number,
              issuedOn: its.issuedOn,
            },
      /** What a requirement of this field starts with. */
      answerDue: usualAnswerDue(round.field, await loadDeadlines(tx)),
      acts: {
        issue: mayIssue,
        submitReport:
          round.status === 'issued' &&
          its === undefined &&
          plan.visits.every(({ status }) => status === 'closed') &&
          can(actor, 'conclusion.submit-report', resource),
        closeVisits: round.status === 'issued' && can(actor, 'visit.close', resource),
        issueConclusion: its?.status === 'submitted' && can(actor, 'conclusion.issue', resource),
      },
    };
  },
});
