import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { ImportReport } from '@kycuong/domain/organisation/import-report.ts';
import { and, countDistinct, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** Has the questions of units that would end say whose accounts and roles are there after the last day. */
export async function tellHeldAfter<Report extends ImportReport>(
  tx: Transaction,
  report: Report,
  until: PlainDate | null,
): Promise<Report> {
  const ending = report.asked.filter(({ reason }) => reason === 'organisation.ends-with-list');
  if (until === null || ending.length === 0) return report;
  const lasts = or(isNull(roleGrant.validUntil), gt(roleGrant.validUntil, until));
  const rows = await tx
    .select({ code: unit.code, accounts: countDistinct(account.id), roles: countDistinct(roleGrant.id) })
    .from(unit)
    .leftJoin(account, eq(account.unitId, unit.id))
    .leftJoin(roleGrant, and(eq(roleGrant.unitId, unit.id), lasts))
    .where(
      and(
        inArray(
          unit.code,
          ending.map(({ code }) => code),
        ),
        lte(unit.validFrom, until),
        or(isNull(unit.validUntil), gte(unit.validUntil, until)),
        isNull(unit.mistakenAt),
      ),
    )
    .groupBy(unit.code);
  const held = new Map(
    rows.flatMap(({ code, ...held }) => (held.accounts + held.roles > 0 ? [[code, held]] : [])),
  );
  const asked = report.asked.map((question) => {
    const here = ending.includes(question) ? held.get(question.code) : undefined;
    if (!here) return question;
    return {
      ...question,
      reason: 'organisation.ends-with-list-held' as const,
      details: { ...question.details, ...here },
    };
  });
  return { ...report, asked };
}
