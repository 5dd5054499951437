import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { IssueRound } from '@kycuong/domain/planning/issue-round.ts';
import { noticeWarnings } from '@kycuong/domain/planning/round-rules.ts';
import { roundTransitions } from '@kycuong/domain/planning/round-state.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { command } from '../command.ts';
import { requireSeen } from '../seen.ts';
import { grantVisits } from '../sync/feed.ts';
import { loadRound } from './load-round.ts';
import { roundPlan } from './round-plan.ts';

/**
 * The round goes out: its team can pull the visits, and units of an announced round see them coming.
 * @returns visits announced too late, which the office gave a reason for.
 */
export const issueRound = command({
  action: 'planning.issue-round',
  input: IssueRound,
  turn: ({ roundId }) => roundId,
  load: ({ tx, actor, input }) => loadRound(tx, actor, input.roundId),
  run: async ({ tx, actor, input, facts, now }) => {
    const status = nextState(roundTransitions, facts.round.status, 'issue');
    const unannounced = facts.round.form === 'unannounced';
    if (unannounced && input.noticedOn)
      throw new DomainError('invalid', 'planning.notice-forbidden', { field: 'noticedOn' });
    const today = dateInVietnam(now);
    if (input.noticedOn && input.noticedOn > today)
      throw new DomainError('invalid', 'planning.notice-in-future', { field: 'noticedOn' });
    const { version } = await roundPlan(tx, actor, now, facts.round);
    requireSeen(input.seen, version, 'planning.draft-changed');
    const noticedOn = unannounced ? null : (input.noticedOn ?? today);
    const shortNoticeReason = input.shortNoticeReason || null;
    await tx
      .update(round)
      .set({ status, issuedAt: now, noticedOn, shortNoticeReason })
      .where(eq(round.id, input.roundId));
    const visits = await tx
      .update(visit)
      .set({ issuedAt: now, keptSecret: unannounced })
      .where(eq(visit.roundId, input.roundId))
      .returning({ id: visit.id, unitId: visit.unitId, plannedOn: visit.plannedOn });
    const warnings =
      noticedOn === null
        ? []
        : noticeWarnings({ form: facts.round.form, units: visits }, noticedOn, await loadCalendar(tx));
    if (warnings.length > 0 && shortNoticeReason === null)
      throw new DomainError('invalid', 'planning.notice-reason-needed', { field: 'shortNoticeReason' });
    const members = await tx
      .select({ accountId: roundMember.accountId })
      .from(roundMember)
      .where(and(eq(roundMember.roundId, input.roundId), isNull(roundMember.removedAt)));
    await grantVisits(tx, {
      roundId: input.roundId,
      accountIds: members.map(({ accountId }) => accountId),
      visitIds: visits.map(({ id }) => id),
    });
    return { warnings };
  },
});
