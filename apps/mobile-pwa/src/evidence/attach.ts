import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { type Hand, logCommand, logTables } from '../sync/log-command.ts';
import type { Captured } from './capture.ts';
import { keepFile } from './kept-file.ts';

/**
 * Keeps the bytes, logs the command that names them and opens their upload, all in one transaction: there is never a
 * photo without its record nor a record without its photo. Under an id that is attached already nothing happens.
 */
export async function attachEvidence(
  hand: Hand,
  visitId: string,
  target: AttachEvidence['target'],
  { bytes, facts, thumbnail }: Captured,
  evidenceId = uuidV7(hand.nowMs),
): Promise<string> {
  const { store, author, nowMs } = hand;
  await store.transaction('rw', logTables(store), async () => {
    if ((await store.uploads.get(evidenceId)) !== undefined) return;
    const { sha256, mediaType } = facts;
    await keepFile(store, author, { sha256, bytes, mediaType }, new Date(nowMs).toISOString());
    if (thumbnail) await store.thumbnails.put({ account: author, sha256, bytes: thumbnail });
    const { id: commandId } = await logCommand(hand, {
      action: 'evidence.attach',
      payload: { evidenceId, visitId, target, ...facts },
    });
    await store.uploads.add({
      evidenceId,
      commandId,
      author,
      visitId,
      sha256: facts.sha256,
      size: facts.size,
      sentBytes: 0,
      sending: 0,
      address: null,
      failures: 0,
      notBefore: 0,
      trouble: null,
      receivedAt: null,
    });
  });
  return evidenceId;
}
