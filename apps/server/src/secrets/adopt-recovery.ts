import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { openReceipt, perform } from '@kycuong/api/door.ts';
import { reasonError } from '@kycuong/api/reason-error.ts';
import { adoptRecoveryKey } from '@kycuong/api/sync/adopt-recovery-key.ts';
import { currentRecoveryKey } from '@kycuong/api/sync/current-recovery-key.ts';
import { type Caller, enter } from '@kycuong/api/transaction.ts';
import type { Connection } from '@kycuong/db/connection.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { RecoveryKey } from '@kycuong/domain/sync/recovery-key.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { readOrMakeRecoveryPair } from './recovery-key.ts';

const caller: Caller = { kind: 'system', name: 'kycuong', roles: ['administrator'] };

/** The recovery key that the database has in use; null: none yet. */
export async function recoveryInUse({ db }: Pick<Connection, 'db'>): Promise<RecoveryKey | null> {
  return db.transaction(async (tx) => {
    await enter(tx, caller, new Date());
    return currentRecoveryKey(tx);
  });
}

/** Puts a public key into use and gives its name. @throws DomainError `sync.seal-broken`, `sync.recovery-key-older` */
export async function adoptRecovery(
  { db }: Pick<Connection, 'db'>,
  publicKey: string,
  { onlyFirst, by = caller }: { readonly onlyFirst: boolean; readonly by?: Caller },
): Promise<string> {
  const request = { ground: { database: db, now: () => new Date() }, caller: by };
  const sent = { id: uuidV7(), payload: { publicKey, onlyFirst } };
  const { reason } = openReceipt(await perform(adoptRecoveryKey, request, sent));
  if (reason !== undefined) throw reasonError(reason);
  return (await recoveryInUse({ db }))?.id ?? '';
}

/** A public key from a PEM file, as base64url of its SPKI form. @throws DomainError `sync.seal-broken` */
export async function readPublicKey(path: string): Promise<string> {
  try {
    const key = createPublicKey(await readFile(path, 'utf8'));
    return key.export({ type: 'spki', format: 'der' }).toString('base64url');
  } catch {
    throw new DomainError('invalid', 'sync.seal-broken');
  }
}

/**
 * Sees to it that there is a recovery key before the first tablet comes. A database that has one keeps it, whoever
 * holds its private half; else the given public key is taken, and else a pair is made in the folder of secrets.
 */
export async function ensureRecovery(
  connection: Pick<Connection, 'db'>,
  secretsFolder: string,
  publicKeyFile: string | undefined,
): Promise<void> {
  if ((await recoveryInUse(connection)) !== null) return;
  const publicKey =
    publicKeyFile === undefined
      ? await readOrMakeRecoveryPair(secretsFolder)
      : await readPublicKey(publicKeyFile);
  await adoptRecovery(connection, publicKey, { onlyFirst: true });
}
