import { mutation, router } from '../trpc.ts';
import { recordInternalAudit } from './record-internal-audit.ts';
import { recordManagementReview } from './record-management-review.ts';

export const auditRouter = router({
  recordInternalAudit: mutation(recordInternalAudit),
  recordManagementReview: mutation(recordManagementReview),
});
