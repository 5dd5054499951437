import type { PulledChange } from '@kycuong/domain/sync/pull.ts';
import { standing } from '@kycuong/domain/sync/quarantine.ts';
import type { Table } from 'dexie';
import type { FieldStore, SealedAnswer, StoredReceipt } from './store.ts';

type Decided = Extract<PulledChange, { kind: 'decided' }>;

/** Tables that a transaction around `keepDecision` has to hold. */
export function decisionTables({ decisions, receipts, sealedAnswers, settlements, uploads }: FieldStore) {
  return [decisions, receipts, sealedAnswers, settlements, uploads];
}

async function stand(
  table: Table<StoredReceipt, string> | Table<SealedAnswer, string>,
  { id, decision }: Decided['decided'],
): Promise<void> {
  const row = await table.get(id);
  if (row) await table.update(id, { status: standing(row.status, decision) });
}

/**
 * Keeps what the leader decided on a command of the person's, or one that they handed in: from now on it stands as
 * decided. The receipt's text stays as it came. What was handed to the leader and declined lies open again.
 */
export async function keepDecision(
  store: FieldStore,
  account: string,
  { visitId, decided }: Decided,
): Promise<void> {
  const { id, decision, afterRefusal } = decided;
  const known = await store.decisions.get([account, id]);
  await store.decisions.put({ ...decided, account, visitId });
  await stand(store.receipts, decided);
  await stand(store.sealedAnswers, decided);
  // A photo that waited for the decision goes at once, or no more: no trouble of before counts.
  await store.uploads.where('commandId').equals(id).modify({ failures: 0, notBefore: 0, trouble: null });
  if (known === undefined && afterRefusal && decision === 'declined') await store.settlements.delete(id);
}
