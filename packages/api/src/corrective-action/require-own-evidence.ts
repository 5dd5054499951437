import { evidence } from '@kycuong/db/schema/evidence.ts';
import { DomainError, type InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

/** Proofs that an answer names must hang on the very action; their bytes may still be under way. */
export async function requireOwnEvidence(
  tx: Transaction,
  actionId: string,
  evidenceIds: readonly string[],
): Promise<void> {
  if (evidenceIds.length === 0) return;
  const rows = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        inArray(evidence.id, [...evidenceIds]),
        eq(evidence.targetKind, 'corrective-action'),
        eq(evidence.targetId, actionId),
      ),
    );
  const own = new Set(rows.map(({ id }) => id));
  const key = 'corrective-action.evidence-unknown';
  const issues = evidenceIds.flatMap((id, index): InputIssue[] =>
    own.has(id) ? [] : [{ field: `evidenceIds.${index}`, key, details: {} }],
  );
  if (issues.length > 0) throw new DomainError('invalid', key, { field: 'evidenceIds' }, issues);
}
