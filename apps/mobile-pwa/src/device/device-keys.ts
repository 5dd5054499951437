import { toBase64url } from '@kycuong/domain/sync/base64url.ts';
import { exportPublicKey, newAgreementPair } from '@kycuong/domain/sync/key-pair.ts';
import type { FieldStore } from '../sync/store.ts';

const signing = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signature = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The device's two pairs. The private halves are not extractable: they can be used here and copied nowhere. */
export interface DeviceKeys {
  readonly id: 'own';
  readonly sign: CryptoKeyPair;
  /** Gone once a wipe has begun. */
  readonly agree: CryptoKeyPair | null;
}

/** The device's pairs, or undefined before the first sign-in and after a wipe. */
export async function deviceKeys(store: FieldStore): Promise<DeviceKeys | undefined> {
  return store.deviceKeys.get('own');
}

/** Makes the pairs once; two tabs that make them at the same time keep the same ones. */
export async function ensureDeviceKeys(store: FieldStore): Promise<DeviceKeys> {
  const known = await deviceKeys(store);
  if (known !== undefined) return known;
  const sign = await crypto.subtle.generateKey(signing, false, ['sign', 'verify']);
  const made: DeviceKeys = { id: 'own', sign, agree: await newAgreementPair(false) };
  return store.transaction('rw', store.deviceKeys, async () => {
    const other = await store.deviceKeys.get('own');
    if (other !== undefined) return other;
    await store.deviceKeys.add(made);
    return made;
  });
}

/** ECDSA over SHA-256, 64 bytes (IEEE P1363). */
export async function signText({ sign }: DeviceKeys, text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  return new Uint8Array(await crypto.subtle.sign(signature, sign.privateKey, bytes));
}

/** The public halves as the server keeps them: SPKI, base64url. */
export async function publicKeys({
  sign,
  agree,
}: DeviceKeys): Promise<{ signKey: string; agreeKey: string }> {
  if (agree === null) throw new Error('this device is being wiped');
  const spki = await crypto.subtle.exportKey('spki', sign.publicKey);
  return { signKey: toBase64url(new Uint8Array(spki)), agreeKey: await exportPublicKey(agree.publicKey) };
}
