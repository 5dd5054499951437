import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, eq, sql } from 'drizzle-orm';
import type { FieldVisit } from '../sync/load-field-visit.ts';
import type { Transaction } from '../transaction.ts';

/** @throws DomainError `invalid` when the checklist version that the visit is pinned to has no such item. */
export async function requireItem(
  tx: Transaction,
  visit: FieldVisit,
  itemCode: string,
  field = 'itemCode',
): Promise<void> {
  const code = JSON.stringify({ code: itemCode });
  const rows = await tx
    .select({ id: checklistVersion.id })
    .from(checklistVersion)
    .where(
      and(
        eq(checklistVersion.id, visit.checklistVersionId),
        sql`jsonb_path_exists(${checklistVersion.content}, '$.sections[*].items[*] ? (@.code == $code)', ${code}::text::jsonb)`,
      ),
    );
  if (rows.length === 0) throw new DomainError('invalid', 'visit.item-unknown', { field, itemCode });
}
