import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FactorKey } from '@kycuong/api/access/factor-key.ts';
import { makeOnce } from '@kycuong/db/make-once.ts';
import { readIfThere } from './read-if-there.ts';

const nonceBytes = 12;
const tagBytes = 16;

async function readOrMake(path: string): Promise<string> {
  const kept = await readIfThere(path);
  if (kept !== undefined) return kept;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // Two servers may start on one folder: the second one finds the first one's key.
  await makeOnce(path, randomBytes(32).toString('base64'));
  return readFile(path, 'utf8');
}

/**
 * The installation's key for the secrets of second factors, from `factor-key` in its folder of secrets; made at the first
 * start. AES-256-GCM, bound to the account.
 */
export async function openFactorKey(folder: string): Promise<FactorKey> {
  const key = Buffer.from(await readOrMake(join(folder, 'factor-key')), 'base64');
  return {
    seal: (accountId, secret) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(accountId));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (accountId, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < nonceBytes + tagBytes) return undefined;
      const nonce = bytes.subarray(0, nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(accountId));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        const opened = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()];
        return Buffer.concat(opened).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
