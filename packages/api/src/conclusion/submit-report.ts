import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { SubmitReport } from '@kycuong/domain/conclusion/submit-report.ts';
import { DomainError, type InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { endDraft } from '../draft/find-draft.ts';
import { loadRound } from '../planning/load-round.ts';
import type { Transaction } from '../transaction.ts';

async function strayFindings(
  tx: Transaction,
  { roundId, requirements }: SubmitReport,
): Promise<InputIssue[]> {
  const rows = await tx.select({ id: finding.id }).from(finding).where(eq(finding.roundId, roundId));
  const own = new Set(rows.map(({ id }) => id));
  return requirements.flatMap(({ findingId }, index) =>
    own.has(findingId)
      ? []
      : [
          {
            field: `requirements.${index}.findingId`,
            key: 'conclusion.finding-elsewhere' as const,
            details: {},
          },
        ],
  );
}

/** A named day that has passed, and minutes that are not signed yet. */
function wrongDays({ requirements }: SubmitReport, today: PlainDate): InputIssue[] {
  return requirements.flatMap(({ due }, index): InputIssue[] => {
    const at = `requirements.${index}.due`;
    if (due.unit === 'date')
      return due.on != null && due.on <= today
        ? [{ field: `${at}.on`, key: 'conclusion.due-in-past' as const, details: {} }]
        : [];
    return due.event === 'minutes' && due.minutesOn != null && due.minutesOn > today
      ? [{ field: `${at}.minutesOn`, key: 'conclusion.minutes-in-future' as const, details: {} }]
      : [];
  });
}

/** The team's work ends: report and draft go to the programme office. Every visit of the round has been closed. */
export const submitReport = command({
  action: 'conclusion.submit-report',
  input: SubmitReport,
  turn: ({ roundId }) => roundId,
  load: ({ tx, actor, input }) => loadRound(tx, actor, input.roundId),
  run: async ({ tx, actor, input, facts, now }) => {
    const { conclusionId, roundId, ...content } = input;
    const [known] = await tx
      .select({ id: conclusion.id })
      .from(conclusion)
      .where(eq(conclusion.roundId, roundId));
    if (known !== undefined) throw new DomainError('conflict', 'conclusion.already-submitted');
    if (facts.round.status !== 'issued') throw new DomainError('conflict', 'state.not-allowed');
    const visits = await tx.select({ status: visit.status }).from(visit).where(eq(visit.roundId, roundId));
    const open = visits.filter(({ status }) => status !== 'closed').length;
    if (open > 0) throw new DomainError('conflict', 'conclusion.visits-open', { count: open });
    const issues = [...(await strayFindings(tx, input)), ...wrongDays(input, dateInVietnam(now))];
    const first = issues[0];
    if (first !== undefined) throw new DomainError('invalid', first.key, { field: first.field }, issues);
    await tx.insert(conclusion).values({
      id: conclusionId,
      roundId,
      leadUnitId: facts.round.leadUnitId,
      status: 'submitted',
      content,
      submittedBy: actor.accountId ?? '',
      submittedAt: now,
    });
    await endDraft(tx, actor, { form: 'report', about: roundId });
  },
  trail: ({ conclusionId, requirements }) => ({ conclusionId, requirements: requirements.length }),
});
