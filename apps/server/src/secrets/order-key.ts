import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrderKey } from '@kycuong/api/device/order-key.ts';
import { makeOnce } from '@kycuong/db/make-once.ts';
import { readIfThere } from './read-if-there.ts';

async function readOrMake(folder: string): Promise<string> {
  const path = join(folder, 'order-key.pem');
  const kept = await readIfThere(path);
  if (kept !== undefined) return kept;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // Two servers may start on one folder: the second one finds the first one's key.
  await makeOnce(path, String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  return readFile(path, 'utf8');
}

/** The installation's key for orders to devices, from `order-key.pem` in its folder of secrets; made at the first start. */
export async function openOrderKey(folder: string): Promise<OrderKey> {
  const privateKey = createPrivateKey(await readOrMake(folder));
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return {
    publicKey: publicKey.toString('base64url'),
    sign: (text) =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  };
}
