import { internalAudit } from '@kycuong/db/schema/audit.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { and, desc, eq, lte } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

const Graded = z.object({ findings: z.array(z.object({ grade: z.string() })) });

/**
 * Nonconformities that are open on a day: those of the latest audit until then. The next audit that finds none is what
 * shows that they are mended. A major one stands against declaring; the law wants the minor ones corrected too.
 */
export async function openNonconformities(
  tx: Transaction,
  systemId: string,
  on: PlainDate,
): Promise<{ major: number; minor: number }> {
  const [latest] = await tx
    .select({ content: internalAudit.content })
    .from(internalAudit)
    .where(and(eq(internalAudit.systemId, systemId), lte(internalAudit.auditedOn, on)))
    .orderBy(desc(internalAudit.auditedOn), desc(internalAudit.recordedAt))
    .limit(1);
  const { findings } = latest === undefined ? { findings: [] } : z.parse(Graded, latest.content);
  const graded = (wanted: string) => findings.filter(({ grade }) => grade === wanted).length;
  return { major: graded('major'), minor: graded('minor') };
}
