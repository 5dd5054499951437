import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { sealBroken } from './seal-broken.ts';

const utf8 = new TextEncoder();
const nonceBytes = 24;
const tagBytes = 16;
/** A data key: 256 bits by chance. */
export const dataKeyBytes = 32;
/** What sealing adds to the bytes. */
export const sealOverheadBytes = nonceBytes + tagBytes;

/** A new data key from the system's source of randomness. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(dataKeyBytes));
}

/**
 * Seals bytes with XChaCha20-Poly1305: 24 bytes of nonce by chance, then the text with its tag of 16 bytes.
 *
 * Synchronous on purpose: an IndexedDB transaction commits by itself while a promise of WebCrypto is awaited, so a row
 * could not be sealed inside the transaction that writes it. The long nonce needs no counter that two tabs would have
 * to share.
 * @param key 32 bytes.
 * @param aad where the bytes belong (`table:primaryKey`): opened under another name they are refused.
 */
export function sealBytes(key: Uint8Array, plain: Uint8Array, aad: string): Uint8Array<ArrayBuffer> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = new Uint8Array(nonceBytes + plain.length + tagBytes);
  sealed.set(nonce);
  xchacha20poly1305(key, nonce, utf8.encode(aad)).encrypt(plain, sealed.subarray(nonceBytes));
  return sealed;
}

/**
 * Opens what `sealBytes` sealed under the same key and aad.
 * @throws DomainError `sync.seal-broken` for any other key or aad, and for bytes that were cut or altered.
 */
export function openBytes(key: Uint8Array, sealed: Uint8Array, aad: string): Uint8Array<ArrayBuffer> {
  if (sealed.length < sealOverheadBytes) throw sealBroken();
  const plain = new Uint8Array(sealed.length - sealOverheadBytes);
  try {
    xchacha20poly1305(key, sealed.subarray(0, nonceBytes), utf8.encode(aad)).decrypt(
      sealed.subarray(nonceBytes),
      plain,
    );
  } catch {
    throw sealBroken();
  }
  return plain;
}
