import { account } from '@kycuong/db/schema/access.ts';
import { internalAudit, managementReview } from '@kycuong/db/schema/audit.ts';
import { qualityEvent } from '@kycuong/db/schema/quality.ts';
import { RecordInternalAudit } from '@kycuong/domain/audit/record-internal-audit.ts';
import { RecordManagementReview } from '@kycuong/domain/audit/record-management-review.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

const AuditContent = z.omit(RecordInternalAudit, { auditId: true, systemId: true, auditedOn: true });
const ReviewContent = z.omit(RecordManagementReview, { reviewId: true, systemId: true, heldOn: true });

/** What was recorded of a quality system, by whom and when, the latest fact first. */
export async function loadRecords(tx: Transaction, systemId: string) {
  const events = await tx
    .select({ row: qualityEvent, recordedBy: account.fullName })
    .from(qualityEvent)
    .innerJoin(account, eq(account.id, qualityEvent.recordedBy))
    .where(eq(qualityEvent.systemId, systemId));
  const audits = await tx
    .select({ row: internalAudit, recordedBy: account.fullName })
    .from(internalAudit)
    .innerJoin(account, eq(account.id, internalAudit.recordedBy))
    .where(eq(internalAudit.systemId, systemId));
  const reviews = await tx
    .select({ row: managementReview, recordedBy: account.fullName })
    .from(managementReview)
    .innerJoin(account, eq(account.id, managementReview.recordedBy))
    .where(eq(managementReview.systemId, systemId));
  const records = [
    ...events.map(({ row, recordedBy }) => ({
      type: 'event' as const,
      id: row.id,
      kind: row.kind,
      onDate: row.onDate,
      facts: row.facts,
      recordedBy,
      recordedAt: row.recordedAt.toISOString(),
    })),
    ...audits.map(({ row, recordedBy }) => ({
      type: 'audit' as const,
      id: row.id,
      onDate: row.auditedOn,
      content: z.parse(AuditContent, row.content),
      recordedBy,
      recordedAt: row.recordedAt.toISOString(),
    })),
    ...reviews.map(({ row, recordedBy }) => ({
      type: 'review' as const,
      id: row.id,
      onDate: row.heldOn,
      content: z.parse(ReviewContent, row.content),
      recordedBy,
      recordedAt: row.recordedAt.toISOString(),
    })),
  ];
  return records.toSorted(
    (a, b) => b.onDate.localeCompare(a.onDate) || b.recordedAt.localeCompare(a.recordedAt),
  );
}
