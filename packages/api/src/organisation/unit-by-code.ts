import { unit } from '@kycuong/db/schema/organisation.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { requiredLine } from '@kycuong/domain/input/bounded-text.ts';
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** The unit that has a code on a day. */
export const unitByCode = query({
  input: z.object({ code: requiredLine(20), on: PlainDate }),
  run: async ({ tx, input: { code, on } }) => {
    const inForce = and(lte(unit.validFrom, on), or(isNull(unit.validUntil), gte(unit.validUntil, on)));
    const { id, name } = unit;
    const [row] = await tx
      .select({ id, name })
      .from(unit)
      .where(and(eq(unit.code, code), inForce));
    if (row === undefined) throw new DomainError('not-found', 'access.unit-unknown', { code, date: on });
    return row;
  },
});
