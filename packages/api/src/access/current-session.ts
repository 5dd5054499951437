import { account } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { roles } from '@kycuong/domain/access/role.ts';
import { eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';

/** Who I am, where I work and what I hold, as the shell of the screens needs it. */
export const currentSession = query({
  input: z.undefined(),
  run: async ({ tx, actor }) => {
    const [row] = await tx
      .select({
        id: account.id,
        username: account.username,
        fullName: account.fullName,
        unitId: account.unitId,
      })
      .from(account)
      .where(eq(account.id, actor.accountId ?? ''));
    const { unitId, ...person } = found(row);
    const unitIds = [...actor.grants.flatMap((grant) => grant.unitId ?? []), ...(unitId ? [unitId] : [])];
    const names = new Map(
      unitIds.length === 0
        ? []
        : (await tx.select({ id: unit.id, name: unit.name }).from(unit).where(inArray(unit.id, unitIds))).map(
            ({ id, name }) => [id, name] as const,
          ),
    );
    return {
      ...person,
      unit: unitId === null ? null : { id: unitId, name: names.get(unitId) ?? '' },
      grants: actor.grants
        .filter((grant) => roles.includes(grant.role))
        .map((grant) => ({ ...grant, unitName: names.get(grant.unitId ?? '') ?? '' })),
    };
  },
});
