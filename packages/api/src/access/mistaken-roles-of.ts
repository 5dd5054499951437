import { recordedByMistake } from '@kycuong/db/schema/list-import.ts';
import { roles } from '@kycuong/domain/access/role.ts';
import { and, asc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

const Kept = z.object({
  role: z.enum(roles),
  unitName: z.nullable(z.string()),
  validFrom: z.string(),
  validUntil: z.nullable(z.string()),
});

/** Roles of a person that were recorded by mistake, as they were, with who says so and why. */
export async function mistakenRolesOf(tx: Transaction, accountId: string) {
  const { what, rowId, row, reason, markerName, markedAt } = recordedByMistake;
  const rows = await tx
    .select({ id: rowId, row, reason, name: markerName, at: markedAt })
    .from(recordedByMistake)
    .where(and(eq(what, 'role'), eq(recordedByMistake.accountId, accountId)))
    .orderBy(asc(markedAt));
  return rows.map(({ row: kept, at, ...one }) => ({ ...Kept.parse(kept), ...one, at: at.toISOString() }));
}
