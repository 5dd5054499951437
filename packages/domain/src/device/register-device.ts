import * as z from 'zod/mini';
import { requiredLine } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import type { RecoveryKey } from '../sync/recovery-key.ts';

export const longestLabel = 120;

/** A P-256 public key: SPKI in base64url, always 91 bytes. */
export const PublicKey = z.string().check(z.regex(/^[\w-]{122}$/));

/** A tablet makes itself known, for the person who is signed in on it. Sent again for each person and a new name. */
export const RegisterDevice = z.object({
  deviceId: Id,
  /** What people call it: "Máy tính bảng số 3 – Phòng Cải cách hành chính, Sở Nội vụ". */
  label: requiredLine(longestLabel),
  /** Browser and system in a few words. */
  platform: requiredLine(200),
  /** Signs its contacts. */
  signKey: PublicKey,
  /** Colleagues' and the server's sealed texts are wrapped for it. */
  agreeKey: PublicKey,
  /** Signature of `registrationText` by the signing key: whoever registers it holds it. */
  proof: z.string().check(z.regex(/^[\w-]{86}$/)),
});
export type RegisterDevice = z.infer<typeof RegisterDevice>;

export interface RegisteredDevice {
  readonly deviceId: string;
  readonly label: string;
  /** Public key (SPKI, base64url) by which this installation signs orders to its devices; null: it gives none. */
  readonly orderKey: string | null;
  /** The province's public key, by which data keys and sealed files are wrapped besides. */
  readonly recoveryKey: RecoveryKey | null;
}

/** The text whose signature is the proof. */
export function registrationText(
  accountId: string,
  { deviceId, signKey, agreeKey }: Pick<RegisterDevice, 'deviceId' | 'signKey' | 'agreeKey'>,
): string {
  return `kycuong device.register\n${accountId}\n${deviceId}\n${signKey}\n${agreeKey}`;
}
