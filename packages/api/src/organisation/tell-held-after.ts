import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { ImportReport } from '@kycuong/domain/organisation/import-report.ts';
import { and, count, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

const isEnding = (reason: ErrorKey) => reason === 'organisation.ends-with-list';

/** Has the questions of units that would end say whose accounts and roles are there after the last day. */
export async function tellHeldAfter<Report extends ImportReport>(
  tx: Transaction,
  report: Report,
  until: PlainDate | null,
): Promise<Report> {
  const codes = report.asked.flatMap(({ reason, code }) => (isEnding(reason) ? [code] : []));
  if (until === null || codes.length === 0) return report;
  const on = and(
    inArray(unit.code, codes),
    lte(unit.validFrom, until),
    or(isNull(unit.validUntil), gte(unit.validUntil, until)),
    isNull(unit.mistakenAt),
  );
  const accounts = await tx
    .select({ code: unit.code, amount: count() })
    .from(account)
    .innerJoin(unit, eq(unit.id, account.unitId))
    .where(on)
    .groupBy(unit.code);
  const roles = await tx
    .select({ code: unit.code, amount: count() })
    .from(roleGrant)
    .innerJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(and(on, or(isNull(roleGrant.validUntil), gt(roleGrant.validUntil, until))))
    .groupBy(unit.code);
  const [accountsAt, rolesAt] = [accounts, roles].map(
    (counted) => new Map(counted.map(({ code, amount }) => [code, amount])),
  );
  const asked = report.asked.map((question) => {
    const held = {
      accounts: accountsAt?.get(question.code) ?? 0,
      roles: rolesAt?.get(question.code) ?? 0,
    };
    if (!isEnding(question.reason) || held.accounts + held.roles === 0) return question;
    return {
      ...question,
      reason: 'organisation.ends-with-list-held' as const,
      details: { ...question.details, ...held },
    };
  });
  return { ...report, asked };
}
