import { account } from '@kycuong/db/schema/access.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { and, asc, eq, or } from 'drizzle-orm';
import { whenTaken } from '../evidence/when-taken.ts';
import type { Transaction } from '../transaction.ts';

/** The photos of the finding, and the proofs of the unit; whose names the person may see is told. */
export async function actionEvidence(tx: Transaction, actionId: string, findingId: string) {
  const rows = await tx
    .select({ row: evidence, attachedBy: account.fullName })
    .from(evidence)
    .leftJoin(account, eq(account.id, evidence.attachedBy))
    .where(
      or(
        and(eq(evidence.targetKind, 'finding'), eq(evidence.targetId, findingId)),
        and(eq(evidence.targetKind, 'corrective-action'), eq(evidence.targetId, actionId)),
      ),
    )
    .orderBy(asc(evidence.takenAt), asc(evidence.id));
  const shown = rows.map(({ row, attachedBy }) => ({
    evidenceId: row.id,
    target: row.targetKind,
    name: row.name,
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    status: row.status,
    ...whenTaken(row),
    attachedAt: row.recordedAt.toISOString(),
    attachedBy,
  }));
  return {
    found: shown.filter(({ target }) => target === 'finding'),
    proofs: shown.filter(({ target }) => target === 'corrective-action'),
  };
}
