import { listImport } from '@kycuong/db/schema/list-import.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { eq } from 'drizzle-orm';
import { requireReach, withinReach } from '../access/reach.ts';
import { found } from '../query.ts';
import type { Work } from '../work.ts';

/**
 * An import as a thing to act upon, where the asker sees it: units and what they went into are the whole system's, a list of
 * users is judged row by row as it was when it came. @throws DomainError `forbidden`, `not-found`
 */
export async function loadImport({ tx, actor }: Pick<Work<unknown>, 'tx' | 'actor'>, importId: string) {
  await requireReach(tx, actor, 'administrator');
  const [row] = await tx.select().from(listImport).where(eq(listImport.id, importId));
  const kept = found(row);
  return {
    resource: kept.list === 'users' ? withinReach(actor, 'administrator') : wholeSystem,
    subject: { kind: 'list-import', id: kept.id },
    kept,
  };
}
