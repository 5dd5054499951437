import { account, roleGrant } from '@kycuong/db/schema/access.ts';
import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { unit, unitScope } from '@kycuong/db/schema/organisation.ts';
import { unitsUnder } from '@kycuong/domain/access/actor.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, asc, desc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { standsUnder } from '../organisation/covered-by.ts';
import { isSameUnit, nameOn } from '../organisation/unit-sql.ts';
import { query } from '../query.ts';

const order = new Intl.Collator('vi');

/**
 * What a new round can be made of on a day: units in the office's scope, the inspectors there, published checklists.
 * @throws DomainError `forbidden` for whoever plans nothing.
 */
export const roundChoices = query({
  input: z.object({ on: z.optional(PlainDate) }),
  run: async ({ tx, actor, input, now }) => {
    const on = input.on ?? dateInVietnam(now);
    const scope = unitsUnder(actor, 'programme-office');
    if (scope.length === 0) throw new DomainError('forbidden', 'access.forbidden');
    const units = await tx
      .selectDistinct({
        id: unit.id,
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        level: unit.level,
        parentName: nameOn(unit.parentId, sql`${on}::date`),
      })
      .from(unit)
      .innerJoin(unitScope, eq(unitScope.unitId, unit.id))
      .where(
        and(
          inArray(unitScope.ancestorId, scope),
          lte(unit.validFrom, on),
          or(isNull(unit.validUntil), gte(unit.validUntil, on)),
        ),
      );
    // Who is at a unit is at it under its later names too.
    const [own] =
      actor.unitId === null
        ? []
        : await tx
            .select({ id: unit.id })
            .from(unit)
            .where(
              and(
                isSameUnit(unit.id, actor.unitId),
                inArray(
                  unit.id,
                  units.map(({ id }) => id),
                ),
              ),
            );
    const inspectors = await tx
      .selectDistinct({
        accountId: account.id,
        fullName: account.fullName,
        unitId: account.unitId,
        unitName: unit.name,
      })
      .from(account)
      .innerJoin(roleGrant, eq(roleGrant.accountId, account.id))
      .leftJoin(unit, eq(unit.id, account.unitId))
      .where(
        and(
          isNull(account.disabledAt),
          eq(roleGrant.role, 'inspector'),
          standsUnder(tx, roleGrant.unitId, scope),
          lte(roleGrant.validFrom, on),
          or(isNull(roleGrant.validUntil), gte(roleGrant.validUntil, on)),
        ),
      );
    // A new round takes the newest version; the older ones are for the rounds that are pinned to them.
    const versions = await tx
      .selectDistinctOn([checklistVersion.code])
      .from(checklistVersion)
      .where(eq(checklistVersion.status, 'published'))
      .orderBy(asc(checklistVersion.code), desc(checklistVersion.number));
    return {
      units: units.toSorted((a, b) => order.compare(a.name, b.name)),
      leadUnitId: own?.id ?? null,
      inspectors: inspectors.toSorted((a, b) => order.compare(a.fullName, b.fullName)),
      checklists: versions
        .map(({ id, number, content }) => {
          const checklist = Checklist.parse(content);
          return { versionId: id, number, title: checklist.title, itemCount: itemsOf(checklist).length };
        })
        .toSorted((a, b) => order.compare(a.title.vi, b.title.vi)),
    };
  },
});
