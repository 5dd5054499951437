import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrderKey } from '@kycuong/api/device/order-key.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { readIfThere } from './read-if-there.ts';

async function readOrMake(folder: string): Promise<string> {
  const path = join(folder, 'order-key.pem');
  const made = join(folder, `order-key.${uuidV7()}`);
  const kept = await readIfThere(path);
  if (kept !== undefined) return kept;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await writeFile(made, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  // Two servers may start on one folder: a link is made once, whole, and the second one finds the first one's key.
  await link(made, path).catch(() => undefined);
  await rm(made);
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
