import { fromBase64url, toBase64url } from './base64url.ts';
import { agreement, exportPublicKey, importPublicKey, newAgreementPair } from './key-pair.ts';
import { sealBroken } from './seal-broken.ts';
import type { WebKey } from './web-key.ts';
import type { WrappedKey } from './wrapped-key.ts';

async function sharedKey(
  privateKey: WebKey,
  publicKey: WebKey,
  ephemeral: string,
  purpose: string,
): Promise<WebKey> {
  const secret = await crypto.subtle.deriveBits({ ...agreement, public: publicKey }, privateKey, 256);
  const source = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: fromBase64url(ephemeral),
      info: new TextEncoder().encode(`kycuong sealed key 1\n${purpose}`),
    },
    source,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/**
 * Seals a key to the holder of a private key: ECDH over P-256 with a one-time pair, HKDF-SHA-256 (RFC 5869), then
 * AES-256-GCM. The purpose is bound in: a key wrapped for one purpose does not open for another.
 * @param publicKeySpki P-256 public key, SPKI, base64url.
 * @throws DomainError `sync.seal-broken` when the public key is none.
 */
export async function wrapFor(publicKeySpki: string, key: Uint8Array, purpose: string): Promise<WrappedKey> {
  const receiver = await importPublicKey(publicKeySpki);
  const pair = await newAgreementPair(false);
  const ephemeral = await exportPublicKey(pair.publicKey);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealing = await sharedKey(pair.privateKey, receiver, ephemeral, purpose);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealing, new Uint8Array(key));
  return { version: 1, ephemeral, iv: toBase64url(iv), sealed: toBase64url(new Uint8Array(sealed)) };
}

/**
 * Opens what `wrapFor` sealed, with the private half of the pair it was sealed to.
 * @throws DomainError `sync.seal-broken` for another key or purpose, and for altered bytes.
 */
export async function unwrapWith(
  privateKey: WebKey,
  { ephemeral, iv, sealed }: WrappedKey,
  purpose: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const opening = await sharedKey(privateKey, await importPublicKey(ephemeral), ephemeral, purpose);
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64url(iv) },
      opening,
      fromBase64url(sealed),
    );
    return new Uint8Array(opened);
  } catch {
    throw sealBroken();
  }
}
