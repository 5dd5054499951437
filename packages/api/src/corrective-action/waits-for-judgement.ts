import { correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { and, isNull, not } from 'drizzle-orm';

/** An answer that nobody judged yet; of two that were once sent at the same moment, the one that is judged. */
export const waitsForJudgement = and(
  isNull(correctiveActionAnswer.outcome),
  not(correctiveActionAnswer.sentTwice),
);
