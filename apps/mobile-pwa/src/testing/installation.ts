import { type SignedWipeOrder, wipeOrderText } from '@kycuong/domain/device/wipe-order.ts';
import { toBase64url } from '@kycuong/domain/sync/base64url.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';

/** A server's key for orders, and the orders that it gives. */
export async function openInstallation() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
  const orderFor = async (deviceId: string, contact: string): Promise<SignedWipeOrder> => {
    const order = {
      orderId: uuidV7(),
      deviceId,
      orderedAt: '2026-11-23T01:00:00.000Z',
      reason: 'Mất ở xã Cổ Lễ',
      contact,
    };
    const text = new TextEncoder().encode(wipeOrderText(order));
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, text);
    return { ...order, signature: toBase64url(new Uint8Array(signature)) };
  };
  return { publicKey, orderFor };
}
