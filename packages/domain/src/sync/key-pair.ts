import { fromBase64url, toBase64url } from './base64url.ts';
import { sealBroken } from './seal-broken.ts';
import type { WebKey, WebKeyPair } from './web-key.ts';

export const agreement = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** A new pair to which keys can be sealed. Not extractable: the private half never leaves this place. */
export async function newAgreementPair(extractable: boolean): Promise<WebKeyPair> {
  return crypto.subtle.generateKey(agreement, extractable, ['deriveBits']);
}

/** The public half as base64url of its SPKI form (RFC 5280), as it is stored and sent. */
export async function exportPublicKey(key: WebKey): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', key)));
}

/** @throws DomainError `sync.seal-broken` when the text is no P-256 key for agreement. */
export async function importPublicKey(spki: string): Promise<WebKey> {
  try {
    return await crypto.subtle.importKey('spki', fromBase64url(spki), agreement, true, []);
  } catch {
    throw sealBroken();
  }
}

/** The private half as PEM (PKCS #8, RFC 7468), for a file that only its owner can read. */
export async function exportPrivateKey(key: WebKey): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', key));
  const base64 = btoa(String.fromCharCode(...bytes));
  return `-----BEGIN PRIVATE KEY-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
}

/** @throws DomainError `sync.seal-broken` when the text is no PKCS #8 key of curve P-256. */
export async function importPrivateKey(pem: string): Promise<WebKey> {
  const body = /-----BEGIN PRIVATE KEY-----([\s\S]+)-----END PRIVATE KEY-----/.exec(pem)?.[1];
  try {
    const bytes = Uint8Array.from(atob((body ?? '').replaceAll(/\s/g, '')), (char) => char.charCodeAt(0));
    return await crypto.subtle.importKey('pkcs8', bytes, agreement, false, ['deriveBits']);
  } catch {
    throw sealBroken();
  }
}

/** A public key's name: the first 16 hex digits of the SHA-256 of its SPKI bytes. Whoever holds the key can tell it. */
export async function publicKeyId(spki: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64url(spki)));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
