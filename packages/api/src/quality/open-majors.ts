import { internalAudit } from '@kycuong/db/schema/audit.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { and, desc, eq, lte } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

const Graded = z.object({ findings: z.array(z.object({ grade: z.string() })) });

/**
 * Major nonconformities that are open on a day: those of the latest audit until then. The next audit that finds none
 * is what shows that they are mended.
 */
export async function openMajors(tx: Transaction, systemId: string, on: PlainDate): Promise<number> {
  const [latest] = await tx
    .select({ content: internalAudit.content })
    .from(internalAudit)
    .where(and(eq(internalAudit.systemId, systemId), lte(internalAudit.auditedOn, on)))
    .orderBy(desc(internalAudit.auditedOn), desc(internalAudit.recordedAt))
    .limit(1);
  if (latest === undefined) return 0;
  return z.parse(Graded, latest.content).findings.filter(({ grade }) => grade === 'major').length;
}
