import { processDeadline } from '@kycuong/db/schema/planning.ts';
import type { ProcessDeadline } from '@kycuong/domain/planning/process-deadline.ts';
import type { Transaction } from '../transaction.ts';

/** The times that the province has written over the shipped ones. */
export async function loadDeadlines(tx: Transaction): Promise<ProcessDeadline[]> {
  const rows = await tx.select().from(processDeadline);
  return rows.map(({ field, ...row }) => ({ ...row, field: field === '' ? null : field }));
}
