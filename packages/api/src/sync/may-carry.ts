import type { Database } from '@kycuong/db/connection.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { fieldTransaction } from './field-transaction.ts';

export interface Carried {
  readonly author: string;
  readonly visitId: string;
}

export interface Carrier {
  readonly accountId: string;
  /** The device that signed the request; null: none did. */
  readonly signedBy: string | null;
  readonly now: Date;
}

interface Rights {
  /** Visits at which the sender may work: of the round's team, or of the programme office over the unit where it is told that. */
  readonly visits: ReadonlySet<string>;
  /** Accounts that are registered with the device that signed the request, none once it was wiped or they were signed out. */
  readonly authors: ReadonlySet<string>;
}

const visitsSql = `select v.id from visit v where v.id = any($1::uuid[])
  and (v.round_id = any((select team_rounds())::uuid[]) or exists (
    select 1 from unit_scope s where s.unit_id = v.unit_id and s.ancestor_id = any((select programme_offices())::uuid[])))
  and (v.id = any((select unnamed_visits())::uuid[])) is not true`;

/**
 * What a person may hand in for others. Which author a command has is proven by the device on which it was written:
 * it signs the request and is registered with the author.
 * @throws DomainError `unauthenticated`.
 */
export function rightsToCarry(
  database: Database,
  { accountId, signedBy, now }: Carrier,
  carried: readonly Carried[],
): Promise<Rights> {
  return fieldTransaction(database, async (ask) => {
    const [entered] = await ask<{ actor: unknown }>('select enter($1, $2::date, $3::timestamptz) as actor', [
      accountId,
      dateInVietnam(now),
      now.toISOString(),
    ]);
    if (entered?.actor == null) throw new DomainError('unauthenticated', 'access.account-disabled');
    const [visits, authors] = await Promise.all([
      ask<{ id: string }>(visitsSql, [[...new Set(carried.map(({ visitId }) => visitId))]]),
      signedBy === null
        ? []
        : ask<{ account_id: string }>(
            `select u.account_id from device_account u join device d on d.id = u.device_id
              where d.id = $1 and d.wiped_at is null and u.silenced_at is null and u.account_id = any($2::uuid[])`,
            [signedBy, [...new Set(carried.map(({ author }) => author))]],
          ),
    ]);
    return {
      result: {
        visits: new Set(visits.map(({ id }) => id)),
        authors: new Set(authors.map(({ account_id: id }) => id)),
      },
    };
  });
}
