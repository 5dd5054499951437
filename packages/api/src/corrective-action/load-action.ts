import { correctiveAction, correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import type { Resource } from '@kycuong/domain/access/resource.ts';
import { desc, eq } from 'drizzle-orm';
import { coveredBy } from '../organisation/covered-by.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';

/** A corrective action with its answers, the latest first, and the facts on which permission over it depends. */
export async function loadAction(tx: Transaction, actionId: string) {
  const row = found((await tx.select().from(correctiveAction).where(eq(correctiveAction.id, actionId)))[0]);
  const answers = await tx
    .select()
    .from(correctiveActionAnswer)
    .where(eq(correctiveActionAnswer.actionId, actionId))
    .orderBy(desc(correctiveActionAnswer.submittedAt), desc(correctiveActionAnswer.id));
  const waiting = answers.find(({ outcome, sentTwice }) => outcome === null && !sentTwice);
  const resource: Resource = {
    coveredBy: await coveredBy(tx, row.unitId),
    submittedBy: waiting?.submittedBy,
  };
  return {
    action: row,
    answers,
    /** The answer that waits for judgement. */
    waiting,
    resource,
    subject: { kind: 'corrective-action', id: row.id, unitId: row.unitId },
  };
}
