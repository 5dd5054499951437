import type { Database } from '@kycuong/db/connection.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import { type Role, roles } from '@kycuong/domain/access/role.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** What `enter()` gives back; null: the account is unknown or disabled. */
export const Entered = z.nullable(
  z.object({
    accountId: z.uuid(),
    name: z.string(),
    unitId: z.nullable(z.uuid()),
    grants: z.array(
      z.object({ role: z.enum(roles), unitId: z.nullable(z.uuid()), whole: z.optional(z.boolean()) }),
    ),
  }),
);

/** Who asks for a transaction: a signed-in account, or the system under a name that goes into the trail. */
export type Caller =
  | { readonly kind: 'person'; readonly accountId: string }
  | { readonly kind: 'system'; readonly name: string; readonly roles: readonly Role[] };

async function enterAsSystem(tx: Transaction, caller: Extract<Caller, { kind: 'system' }>): Promise<Actor> {
  await tx.execute(sql`select
    set_config('kycuong.door', 'system', true),
    set_config('kycuong.actor', '', true),
    set_config('kycuong.roles', ${caller.roles.join(',')}, true),
    set_config('kycuong.whole', ${caller.roles.join(',')}, true),
    set_config('kycuong.unbounded', ${caller.roles.join(',')}, true)`);
  return {
    accountId: null,
    name: caller.name,
    unitId: null,
    grants: caller.roles.map((role) => ({ role, unitId: null })),
  };
}

/** Opens the second fence for the caller: from here on the transaction sees that person's rows and no others. */
export async function enter(tx: Transaction, caller: Caller, now: Date): Promise<Actor> {
  if (caller.kind === 'system') return enterAsSystem(tx, caller);
  const rows = await tx.execute(
    sql`select enter(${caller.accountId}, ${dateInVietnam(now)}, ${now.toISOString()}) as actor`,
  );
  const actor = Entered.parse(rows[0]?.actor ?? null);
  if (actor === null) throw new DomainError('unauthenticated', 'access.account-disabled');
  return actor;
}
