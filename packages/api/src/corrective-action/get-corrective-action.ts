import { checklistVersion, legalBasis } from '@kycuong/db/schema/checklist.ts';
import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { correctiveActionDraft } from '@kycuong/db/schema/corrective-action.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import { can } from '@kycuong/domain/access/permission.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { AnswerContent } from '@kycuong/domain/corrective-action/answer-content.ts';
import {
  type CorrectiveActionAct,
  correctiveActionTransitions,
} from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { deadlineState } from '@kycuong/domain/corrective-action/deadline-state.ts';
import { AnswerDraft } from '@kycuong/domain/corrective-action/save-answer-draft.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { judgementDeadline } from '@kycuong/domain/planning/process-deadline.ts';
import { allows } from '@kycuong/domain/state/transition.ts';
import { eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { loadDeadlines } from '../planning/load-deadlines.ts';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { actionEvidence } from './action-evidence.ts';
import { actionTimeline, namesOf } from './action-timeline.ts';
import { earlierFinding } from './earlier-finding.ts';
import { loadAction } from './load-action.ts';
import { nextVisit } from './next-visit.ts';

async function basesOf(tx: Transaction, ids: readonly string[]) {
  return ids.length === 0
    ? []
    : await tx
        .select()
        .from(legalBasis)
        .where(inArray(legalBasis.id, [...ids]));
}

/**
 * One corrective action as a matter: what was found and on which basis, what is asked until when and why then, every
 * answer with its outcome, and the acts that this person may do now.
 */
export const getCorrectiveAction = query({
  input: z.object({ actionId: Id }),
  run: async ({ tx, actor, input, now }) => {
    const { action, answers, waiting, resource } = await loadAction(tx, input.actionId);
    const [place] = await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, action.unitId));
    const [its] = await tx.select().from(finding).where(eq(finding.id, action.findingId));
    const [notice] = await tx
      .select({ number: conclusion.number, issuedBy: conclusion.issuedBy, leadUnitName: unit.name })
      .from(conclusion)
      .innerJoin(unit, eq(unit.id, conclusion.leadUnitId))
      .where(eq(conclusion.id, action.conclusionId));
    const [inspection] = await tx
      .select({ code: round.code, name: round.name, content: checklistVersion.content })
      .from(round)
      .innerJoin(checklistVersion, eq(checklistVersion.id, round.checklistVersionId))
      .where(eq(round.id, action.roundId));
    const [draft] = await tx
      .select()
      .from(correctiveActionDraft)
      .where(eq(correctiveActionDraft.actionId, action.id));
    const item = inspection
      ? itemsOf(Checklist.parse(inspection.content)).find(({ code }) => code === action.itemCode)
      : undefined;
    const calendar = await loadCalendar(tx);
    const today = dateInVietnam(now);
    const countedFrom = action.countedFrom ?? action.issuedOn;
    const names = await namesOf(tx, [
      its?.raisedBy ?? null,
      notice?.issuedBy ?? null,
      draft?.savedBy ?? null,
      ...answers.flatMap(({ submittedBy, outcomeBy }) => [submittedBy, outcomeBy]),
    ]);
    const judging = judgementDeadline(await loadDeadlines(tx));
    const judgeBy = waiting ? calendar.addDeadline(dateInVietnam(waiting.submittedAt), judging) : null;
    const act = (name: CorrectiveActionAct) =>
      allows(correctiveActionTransitions, action.status, name) &&
      can(actor, `corrective-action.${name}`, resource);
    const proof = await actionEvidence(tx, action.id, action.findingId);
    // What the unit is still gathering is its own matter until it is handed in.
    const writes = can(actor, 'corrective-action.save-draft', resource);
    const contents = answers.map(({ content }) => AnswerContent.parse(content));
    const handedIn = new Set(contents.flatMap(({ evidenceIds }) => evidenceIds));
    return {
      actionId: action.id,
      code: action.code,
      title: action.title,
      requirement: action.requirement,
      severity: action.severity,
      status: action.status,
      unit: { id: action.unitId, name: place?.name ?? '' },
      item: item ? { code: item.code, title: item.title } : null,
      finding: its
        ? {
            description: its.description,
            raisedAt: its.raisedAt.toISOString(),
            raisedBy: names.get(its.raisedBy) ?? null,
            visitId: its.visitId,
          }
        : null,
      /** The finding that comes back in this one, within 24 months. */
      repeats: its ? await earlierFinding(tx, its) : null,
      /** As the inspector cited them, on the law of the day. */
      legalBases: (await basesOf(tx, its?.legalBasisIds ?? [])).map(
        ({ id, title, titleEn, number, article, mark }) => ({ id, title, titleEn, number, article, mark }),
      ),
      conclusion: { id: action.conclusionId, number: notice?.number ?? null },
      /** Name of the body that issued the conclusion and judges the answer. */
      judgedBy: notice?.leadUnitName ?? null,
      round: { id: action.roundId, code: inspection?.code ?? '', name: inspection?.name ?? '' },
      issuedOn: action.issuedOn,
      dueOn: action.dueOn,
      due: { unit: action.dueUnit, amount: action.dueAmount, event: action.dueEvent, from: countedFrom },
      /** Where the deadline for the answer stands; null when the unit has done its part. */
      deadline: action.status === 'awaiting-answer' ? deadlineState(action.dueOn, today, calendar) : null,
      /** Each day from the event on which the clock started to the due date, and why it counts. */
      explanation: calendar.explain(countedFrom, action.dueOn),
      unconfirmedYears: calendar.unconfirmedYears(countedFrom, action.dueOn),
      /** From when on an unanswered action shows as overdue with the office and the leadership. */
      overdueFrom: calendar.addWorkingDays(calendar.onOrAfter(action.dueOn), 1),
      judgement:
        judgeBy !== null && waiting !== undefined
          ? {
              dueOn: judgeBy,
              ...deadlineState(judgeBy, today, calendar),
              explanation: calendar.explain(dateInVietnam(waiting.submittedAt), judgeBy),
            }
          : null,
      /** How long the office has to judge an answer. */
      judging: { unit: judging.unit, amount: judging.amount },
      nextVisit: await nextVisit(tx, actor, { unitId: action.unitId, now }),
      acceptedAt: action.acceptedAt?.toISOString() ?? null,
      evidence: {
        found: proof.found,
        proofs: proof.proofs.filter(({ evidenceId }) => writes || handedIn.has(evidenceId)),
      },
      answers: answers.map((answer, index) => ({
        answerId: answer.id,
        content: contents[index] ?? AnswerContent.parse(answer.content),
        submittedBy: names.get(answer.submittedBy) ?? '',
        submittedAt: answer.submittedAt.toISOString(),
        outcome: answer.outcome,
        /** Sent at the same moment as the one that is judged. */
        sentTwice: answer.sentTwice,
        outcomeReason: answer.outcomeReason,
        outcomeAt: answer.outcomeAt?.toISOString() ?? null,
        outcomeBy: answer.outcomeBy === null ? null : (names.get(answer.outcomeBy) ?? null),
      })),
      draft: draft
        ? {
            version: draft.version,
            content: AnswerDraft.parse(draft.content),
            savedBy: names.get(draft.savedBy) ?? '',
            savedAt: draft.savedAt.toISOString(),
          }
        : null,
      timeline: actionTimeline(
        {
          foundAt: its?.raisedAt ?? null,
          foundBy: its?.raisedBy ?? null,
          issuedOn: action.issuedOn,
          issuedBy: notice?.issuedBy ?? null,
          conclusionNumber: notice?.number ?? null,
          answers,
        },
        names,
      ),
      acts: {
        saveDraft: act('save-draft'),
        answer: act('answer'),
        accept: act('accept'),
        return: act('return'),
      },
    };
  },
});
