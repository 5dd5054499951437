import { generateKeyPairSync, sign } from 'node:crypto';
import type { OrderKey } from '../device/order-key.ts';

/** An installation's key for orders, as the host reads it from its folder of secrets. */
export function makeOrderKey(): OrderKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    sign: (text) =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  };
}
