import { unit } from '@kycuong/db/schema/organisation.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { requiredLine } from '@kycuong/domain/input/bounded-text.ts';
import { coverageReaders } from '@kycuong/domain/statistics/coverage-readers.ts';
import { and, desc, eq, gte, isNull, lt, lte, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { coverageAt } from './coverage.ts';
import { requireOversight } from './require-oversight.ts';

const named = { id: unit.id, code: unit.code, name: unit.name };

async function unitWithCode(tx: Transaction, code: string, asOf: PlainDate) {
  const [row] = await tx
    .select(named)
    .from(unit)
    .where(
      and(
        eq(unit.code, code),
        lte(unit.validFrom, asOf),
        or(isNull(unit.validUntil), gte(unit.validUntil, asOf)),
      ),
    )
    .orderBy(unit.codeScheme)
    .limit(1);
  if (row === undefined)
    throw new DomainError('not-found', 'statistics.unit-code-unknown', { code, asOf, field: 'unitCode' });
  return row;
}

async function latestEarlierUnit(tx: Transaction, code: string, asOf: PlainDate) {
  const [row] = await tx
    .select(named)
    .from(unit)
    .where(and(eq(unit.code, code), lt(unit.validUntil, asOf), isNull(unit.mistakenAt)))
    .orderBy(desc(unit.validUntil), unit.codeScheme)
    .limit(1);
  if (row === undefined)
    throw new DomainError('not-found', 'statistics.earlier-unit-unknown', {
      code,
      asOf,
      field: 'successorsOf',
    });
  return row;
}

/**
 * Coverage by the code of a unit, as the command line asks for it. A code means the unit that has it on the day;
 * `successorsOf` the latest unit that had it and ended before, whose communes are followed into what they became.
 * `ratio` is declared ÷ units as a fraction to 4 digits, null without units.
 */
export const coverageReport = query({
  input: z.union([
    z.strictObject({ unitCode: requiredLine(20), asOf: PlainDate }),
    z.strictObject({ successorsOf: requiredLine(20), asOf: PlainDate }),
  ]),
  run: async (work) => {
    const { tx, input } = work;
    const { asOf } = input;
    const { id, code, name } =
      'unitCode' in input
        ? await unitWithCode(tx, input.unitCode, asOf)
        : await latestEarlierUnit(tx, input.successorsOf, asOf);
    await requireOversight(work, id, coverageReaders);
    const { units, declared, maintained, lapsed, ratio } = (await coverageAt(tx, id, asOf)).total;
    return { asOf, unit: { code, name }, units, declared, maintained, lapsed, ratio };
  },
});
