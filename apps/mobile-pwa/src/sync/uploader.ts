import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { keptFile } from '../evidence/kept-file.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { backoffMs } from './backoff.ts';
import { retryAfterOf, troubleOf } from './server-failure.ts';
import type { FieldStore, Upload } from './store.ts';

/** Carries one file's bytes; resolves when the server has confirmed them all. Fails with a `ServerFailure`. */
export type Carry = (
  upload: Upload,
  blob: Blob,
  report: { readonly address: (address: string) => void; readonly sent: (bytes: number) => void },
) => Promise<void>;

export interface Uploading {
  readonly store: FieldStore;
  readonly carry: Carry;
  readonly author: string;
  readonly now: () => number;
  readonly random: () => number;
}

/**
 * Uploads of the author whose bytes the server does not hold yet and whose ticket it has accepted, or may have: what
 * it keeps for the leader is let in without another receipt, and what it had refused comes back as a command that
 * stands there.
 */
async function ready({ store, author }: Uploading): Promise<Upload[]> {
  const open = (await store.uploads.where('author').equals(author).toArray()).filter(
    ({ receivedAt }) => receivedAt === null,
  );
  const [tickets, applied] = await Promise.all([
    store.receipts.bulkGet(open.map(({ commandId }) => commandId)),
    store.serverCommands.bulkGet(open.map(({ commandId }): [string, string] => [author, commandId])),
  ]);
  return open.filter((_, index) => {
    const status = tickets[index]?.status;
    return applied[index] !== undefined || (status !== undefined && status !== 'refused');
  });
}

/** The server holds equal bytes already that the person may see, and said so with the ticket. */
async function heldAlready({ store }: Uploading, { commandId }: Upload): Promise<boolean> {
  const receipt = await store.receipts.get(commandId);
  if (!isReadable(receipt)) return false;
  const { result } = Receipt.parse(JSON.parse(receipt.text));
  return typeof result === 'object' && result !== null && 'status' in result && result.status === 'received';
}

async function carryOne(uploading: Uploading, upload: Upload, triedAt: number): Promise<void> {
  const { store, carry, now, random } = uploading;
  const { evidenceId, sha256, author } = upload;
  const kept = await keptFile(store, author, sha256);
  const failures = upload.failures + 1;
  const waited = () => now() + backoffMs(failures, random);
  // Nothing deletes bytes before the server has them; were they gone all the same, the slot stays open and shown.
  if (kept === undefined) {
    await store.uploads.update(evidenceId, { failures, notBefore: waited() });
    return;
  }
  await store.uploads.update(evidenceId, { sending: 1 });
  try {
    if (!(await heldAlready(uploading, upload)))
      await carry(upload, new Blob([kept.bytes], { type: kept.mediaType }), {
        address: (address) => void store.uploads.update(evidenceId, { address }),
        sent: (sentBytes) => void store.uploads.update(evidenceId, { sentBytes }),
      });
    const receivedAt = new Date(now()).toISOString();
    const done = { sending: 0 as const, receivedAt, sentBytes: upload.size, failures: 0, notBefore: 0 };
    await store.uploads.update(evidenceId, { ...done, trouble: null });
  } catch (error) {
    await store.uploads.update(evidenceId, {
      sending: 0,
      failures,
      notBefore: Math.max(waited(), now() + retryAfterOf(error)),
      trouble: troubleOf(error),
      triedAt,
    });
  }
}

/** After so long the round goes on, and what was written meanwhile goes before the next photo. */
const turnMs = 30_000;

/**
 * One turn, a file at a time, those first that had none yet: records go before photos, and one photo that fails holds
 * up no other.
 */
export async function uploadWaiting(uploading: Uploading): Promise<number | null> {
  const { now } = uploading;
  const begun = now();
  const waiting = (await ready(uploading)).toSorted((a, b) => a.notBefore - b.notBefore);
  for (const upload of waiting) {
    if (now() - begun >= turnMs) break;
    if (upload.notBefore <= now()) await carryOne(uploading, upload, begun);
  }
  const left = await ready(uploading);
  return left.length === 0 ? null : Math.max(now(), Math.min(...left.map(({ notBefore }) => notBefore)));
}
