import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { accountStateOf, accountStates } from '@kycuong/domain/access/account-state.ts';
import { roles } from '@kycuong/domain/access/role.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { optionalLine } from '@kycuong/domain/input/bounded-text.ts';
import { asc, eq, or, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { matchesWords } from '../matches-words.ts';
import { query } from '../query.ts';
import { counts } from './grants-of.ts';
import { requireReach } from './reach.ts';

/**
 * The accounts of the units that an administrator administers, with every role and its days. People are sorted as in
 * Vietnam, by their last word first. Words match names and user names without marks.
 */
export const listAccounts = query({
  input: z.object({
    q: optionalLine(100),
    role: z.optional(z.enum(roles)),
    state: z.optional(z.enum(accountStates)),
  }),
  run: async ({ tx, actor, input: { q, role, state }, now }) => {
    const reaches = await requireReach(tx, actor, 'administrator');
    const today = dateInVietnam(now);
    const people = await tx
      .select({
        id: account.id,
        username: account.username,
        fullName: account.fullName,
        email: account.email,
        unitId: account.unitId,
        unitName: unit.name,
        invented: account.invented,
        disabledAt: account.disabledAt,
      })
      .from(account)
      .leftJoin(unit, eq(unit.id, account.unitId))
      .where(q ? or(matchesWords(sql`${account.fullName} || ' ' || ${account.username}`, q)) : undefined)
      .orderBy(
        sql`regexp_replace(${account.fullName}, '^.*\\s', '') collate "vi-x-icu"`,
        sql`${account.fullName} collate "vi-x-icu"`,
        asc(account.username),
      );
    const grants = await tx
      .select({
        id: roleGrant.id,
        accountId: roleGrant.accountId,
        role: roleGrant.role,
        unitId: roleGrant.unitId,
        unitName: unit.name,
        unitKind: unit.kind,
        validFrom: roleGrant.validFrom,
        validUntil: roleGrant.validUntil,
      })
      .from(roleGrant)
      .leftJoin(unit, eq(unit.id, roleGrant.unitId))
      .orderBy(asc(roleGrant.validFrom), asc(roleGrant.id));
    const grantsOf = Map.groupBy(
      grants.map(({ unitKind, ...grant }) => ({
        ...grant,
        counts: counts(grant.role, unitKind),
      })),
      ({ accountId }) => accountId,
    );

    return people
      .filter(({ id, unitId }) => reaches(unitId) || id === actor.accountId)
      .map(({ disabledAt, ...person }) => {
        const held = grantsOf.get(person.id) ?? [];
        return { ...person, state: accountStateOf({ disabledAt, grants: held }, today), grants: held };
      })
      .filter((person) => state === undefined || person.state === state)
      .filter((person) => role === undefined || person.grants.some((grant) => grant.role === role));
  },
});
