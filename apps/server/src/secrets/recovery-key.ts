import { chmod, link, mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeOnce } from '@kycuong/db/make-once.ts';
import {
  exportPrivateKey,
  importPrivateKey,
  newAgreementPair,
  publicKeyId,
} from '@kycuong/domain/sync/key-pair.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { WebKey } from '@kycuong/domain/sync/web-key.ts';
import { readIfThere } from './read-if-there.ts';

const current = 'recovery-key.pem';
const fileOfKey = /^recovery-key(-[0-9a-f]{16})?\.pem$/;

export interface RecoveryFile {
  readonly id: string;
  readonly publicKey: string;
  readonly path: string;
  /** Only its owner can read it. */
  readonly isPrivate: boolean;
}

async function publicHalf(pem: string): Promise<string> {
  // WebCrypto tells no public half of a key that may not leave; Node's own key object does.
  const { createPublicKey } = await import('node:crypto');
  return createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64url');
}

/** The private keys in the folder of secrets, those of earlier generations too. */
export async function recoveryFiles(folder: string): Promise<RecoveryFile[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names
      .filter((name) => fileOfKey.test(name))
      .map(async (name) => {
        const path = join(folder, name);
        const publicKey = await publicHalf(await readFile(path, 'utf8'));
        const { mode } = await stat(path);
        return { id: await publicKeyId(publicKey), publicKey, path, isPrivate: (mode & 0o077) === 0 };
      }),
  );
}

/** A private key by its name; undefined when it does not lie here (kept offline, or on another server). */
export async function recoveryPrivateKey(folder: string, id: string): Promise<WebKey | undefined> {
  const file = (await recoveryFiles(folder)).find((known) => known.id === id);
  return file && importPrivateKey(await readFile(file.path, 'utf8'));
}

async function newPem(): Promise<string> {
  const { privateKey } = await newAgreementPair(true);
  return exportPrivateKey(privateKey);
}

/** The folder's current pair, made when there is none: a file of mode 0600. Gives its public half. */
export async function readOrMakeRecoveryPair(folder: string): Promise<string> {
  const path = join(folder, current);
  const kept = await readIfThere(path);
  if (kept !== undefined) return publicHalf(kept);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Two servers may start on one folder: the second one finds the first one's key.
  await makeOnce(path, await newPem());
  return publicHalf(await readFile(path, 'utf8'));
}

/** A new pair beside the old one, which keeps its own name from now on. Gives the new public half. */
export async function renewRecoveryPair(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, current);
  const made = join(folder, `recovery-key.${uuidV7()}`);
  const pem = await newPem();
  await makeOnce(made, pem);
  const kept = await readIfThere(path);
  if (kept !== undefined) {
    const old = join(folder, `recovery-key-${await publicKeyId(await publicHalf(kept))}.pem`);
    await link(path, old).catch(() => undefined);
    await chmod(old, 0o600);
  }
  await rename(made, path);
  return publicHalf(pem);
}
