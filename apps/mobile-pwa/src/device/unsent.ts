import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { notKept } from '../sync/not-kept.ts';
import type { FieldStore } from '../sync/store.ts';

export interface Unsent {
  readonly records: number;
  readonly photos: number;
}

/**
 * What the server does not hold by the normal way: commands without an answer, or with one by which it kept nothing,
 * texts that were typed and will be commands by themselves, and the bytes of photos and files. A refused command counts as handed in, since the server keeps it; the photo that
 * hangs on it does not. An answer that cannot be read, on a locked tablet, counts for nothing.
 */
export async function countUnsent(store: FieldStore): Promise<Unsent> {
  const [commands, texts, answers, refused, uploads] = await Promise.all([
    store.commands.toCollection().primaryKeys(),
    store.texts.where({ held: 0 }).count(),
    store.receipts.toCollection().primaryKeys(),
    store.receipts.where('status').equals('refused').toArray(),
    store.uploads.toArray(),
  ]);
  const held = new Set(answers);
  for (const receipt of refused) {
    const reason = isReadable(receipt) ? Receipt.parse(JSON.parse(receipt.text)).reason : undefined;
    if (reason === undefined || notKept.has(reason.key)) held.delete(receipt.id);
  }
  return {
    records: commands.filter((id) => !held.has(id)).length + texts,
    photos: uploads.filter(({ receivedAt }) => receivedAt === null).length,
  };
}
