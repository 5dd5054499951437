import { fromBase64url, toBase64url } from '@kycuong/domain/sync/base64url.ts';
import { sealBroken } from '@kycuong/domain/sync/seal-broken.ts';

/** Rounds of PBKDF2-SHA-256 for a new wrapping: what OWASP's password storage sheet asks for. Stored with each one. */
export const codeIterations = 600_000;

/** A data key under a person's unlock code. Bytes as base64url. */
export interface CodeWrapped {
  readonly salt: string;
  readonly iterations: number;
  readonly iv: string;
  readonly sealed: string;
  /** Digits alone: the keypad is shown for it. */
  readonly digits: boolean;
}

/** The same code however the keyboard composes it. */
export function plainCode(code: string): string {
  return code.normalize('NFKC').trim();
}

async function keyOf(code: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(plainCode(code));
  const source = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    source,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const boundTo = (keyId: string) => new TextEncoder().encode(`kycuong unlock code 1\n${keyId}`);

/** Wraps a data key with an unlock code, slowly on purpose: PBKDF2-SHA-256 with salt by chance, then AES-256-GCM. */
export async function wrapWithCode(
  code: string,
  keyId: string,
  key: Uint8Array,
  iterations = codeIterations,
): Promise<CodeWrapped> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealing = await keyOf(code, salt, iterations);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(keyId) },
    sealing,
    new Uint8Array(key),
  );
  return {
    salt: toBase64url(salt),
    iterations,
    iv: toBase64url(iv),
    sealed: toBase64url(new Uint8Array(sealed)),
    digits: /^\d+$/.test(plainCode(code)),
  };
}

/** @throws DomainError `sync.seal-broken` for a wrong code. */
export async function unwrapWithCode(
  code: string,
  keyId: string,
  { salt, iterations, iv, sealed }: CodeWrapped,
): Promise<Uint8Array<ArrayBuffer>> {
  const opening = await keyOf(code, fromBase64url(salt), iterations);
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64url(iv), additionalData: boundTo(keyId) },
      opening,
      fromBase64url(sealed),
    );
    return new Uint8Array(opened);
  } catch {
    throw sealBroken();
  }
}
