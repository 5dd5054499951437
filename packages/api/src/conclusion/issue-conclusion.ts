import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { conclusionTransitions } from '@kycuong/domain/conclusion/conclusion-state.ts';
import { hasResults } from '@kycuong/domain/conclusion/has-results.ts';
import { IssueConclusion } from '@kycuong/domain/conclusion/issue-conclusion.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { roundTransitions } from '@kycuong/domain/planning/round-state.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq, inArray } from 'drizzle-orm';
import { command } from '../command.ts';
import { nextNumber } from '../planning/next-number.ts';
import { found } from '../query.ts';
import { requireSeen } from '../seen.ts';
import type { Transaction } from '../transaction.ts';
import { draftVersion } from './draft-version.ts';
import { loadConclusion } from './load-conclusion.ts';
import { readOverview } from './read-overview.ts';
import { requirementRows } from './requirement-rows.ts';

/** From now on the inspected units see what was found at them, with its photos. */
async function release(tx: Transaction, roundId: string, now: Date) {
  const released = await tx
    .update(finding)
    .set({ releasedAt: now })
    .where(eq(finding.roundId, roundId))
    .returning();
  if (released.length > 0)
    await tx
      .update(evidence)
      .set({ releasedAt: now })
      .where(
        and(
          eq(evidence.targetKind, 'finding'),
          inArray(
            evidence.targetId,
            released.map(({ id }) => id),
          ),
        ),
      );
  return new Map(released.map((row) => [row.id, row]));
}

/**
 * Issues the conclusion for the decision-maker. Each requirement becomes a corrective action whose last day is fixed
 * now, after the conclusion's own date or the event that it runs from; the round is concluded.
 */
export const issueConclusion = command({
  action: 'conclusion.issue',
  input: IssueConclusion,
  turn: ({ conclusionId }) => conclusionId,
  load: ({ tx, actor, input }) => loadConclusion(tx, actor, input.conclusionId),
  run: async ({ tx, actor, input, facts, now }) => {
    const { conclusion: its, content, round: itsRound } = facts;
    const status = nextState(conclusionTransitions, its.status, 'issue');
    const overview = await readOverview(tx, itsRound);
    if (input.issuedOn < overview.worked.to)
      throw new DomainError('invalid', 'conclusion.issued-before-end', { field: 'issuedOn' });
    if (input.issuedOn > dateInVietnam(now))
      throw new DomainError('invalid', 'conclusion.issued-in-future', { field: 'issuedOn' });
    if (!hasResults({ ...content.draft, results: input.results }))
      throw new DomainError('invalid', 'conclusion.results-needed', { field: 'results' });
    const asked = await requirementRows(tx, its.id, content.requirements, input.issuedOn);
    requireSeen(input.seen, draftVersion(content, asked), 'conclusion.draft-changed');
    await tx
      .update(conclusion)
      .set({
        status,
        content: hasResults(content.draft)
          ? content
          : { ...content, draft: { ...content.draft, results: input.results } },
        number: input.number,
        issuedOn: input.issuedOn,
        signer: input.signer,
        signerAuthority: input.signerAuthority ?? null,
        signerTitle: input.signerTitle,
        draftedBy: input.draftedBy,
        overview,
        issuedBy: actor.accountId,
        issuedAt: now,
      })
      .where(eq(conclusion.id, its.id));
    await tx
      .update(round)
      .set({ status: nextState(roundTransitions, itsRound.status, 'conclude'), concludedAt: now })
      .where(eq(round.id, itsRound.id));
    const findings = await release(tx, itsRound.id, now);
    const actions = [];
    for (const { findingId, text, due } of content.requirements) {
      const about = found(findings.get(findingId));
      const { dueOn, countedFrom } = found(asked.find((row) => row.findingId === findingId));
      const action = {
        id: uuidV7(now.getTime()),
        code: await nextNumber(tx, 'YC', input.issuedOn.slice(0, 4)),
        unitId: about.unitId,
        dueOn,
      };
      await tx.insert(correctiveAction).values({
        ...action,
        roundId: itsRound.id,
        conclusionId: its.id,
        findingId,
        itemCode: about.itemCode,
        title: about.title,
        requirement: text,
        severity: about.severity,
        issuedOn: input.issuedOn,
        dueAmount: due.unit === 'date' ? null : (due.amount ?? null),
        dueUnit: due.unit,
        dueEvent: due.event,
        countedFrom,
        status: 'awaiting-answer',
        recordedAt: now,
      });
      actions.push(action);
    }
    return { actions };
  },
  trail: ({ number, issuedOn, signer, signerAuthority, signerTitle, results }, output) => ({
    number,
    issuedOn,
    signer,
    signerTitle,
    ...(signerAuthority ? { signerAuthority } : {}),
    ...(results ? { results } : {}),
    ...output,
  }),
});
