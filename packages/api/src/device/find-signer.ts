import { createHash, type KeyObject } from 'node:crypto';
import type { Database } from '@kycuong/db/connection.ts';
import { device } from '@kycuong/db/schema/device.ts';
import { contactText, contactWindowMs, readContact } from '@kycuong/domain/device/signed-contact.ts';
import { eq } from 'drizzle-orm';
import { atSignIn } from '../access/sessions.ts';
import { isSignedBy, readPublicKey } from './verify-signature.ts';

/** One request as it came over the network. `body` is undefined where there is none, or where it proves itself. */
export interface Contact {
  readonly header: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly body: string | Uint8Array | undefined;
}

/** Which device signed, and its signature: the mark of that one contact. */
export interface Signer {
  readonly deviceId: string;
  readonly signature: string;
}

export type FindSigner = (contact: Contact, now: Date) => Promise<Signer | null>;

const mostKeys = 10_000;

/** Public keys by device. A device's key never changes, so what was read once holds; unknown ones are asked again. */
function keysOf(database: Database): (deviceId: string) => Promise<KeyObject | undefined> {
  const known = new Map<string, KeyObject>();
  return async (deviceId) => {
    const held = known.get(deviceId);
    if (held !== undefined) return held;
    const [row] = await atSignIn(database, (tx) =>
      tx.select({ signKey: device.signKey }).from(device).where(eq(device.id, deviceId)),
    );
    const key = row && readPublicKey(row.signKey);
    if (key === undefined) return undefined;
    if (known.size >= mostKeys) known.clear();
    known.set(deviceId, key);
    return key;
  };
}

/**
 * Tells which device signed a request; null for a request that is unsigned, signed wrongly, by an unknown
 * device, or too long ago. That is never an error: a person's own session needs no signature. It is logged.
 */
export function signerFinder(
  database: Database,
  log: (entry: Readonly<Record<string, unknown>>) => void,
): FindSigner {
  const keyOf = keysOf(database);
  return async ({ header, method, path, body = '' }, now) => {
    if (header === undefined) return null;
    const contact = readContact(header);
    if (contact === undefined) return null;
    const { deviceId, unixMs, signature } = contact;
    const turnedDown = (reason: string, facts: Readonly<Record<string, unknown>> = {}) => {
      log({ unsigned: reason, device: deviceId, ...facts });
      return null;
    };
    const aheadMs = unixMs - now.getTime();
    if (Math.abs(aheadMs) > contactWindowMs) return turnedDown('time', { aheadMs });
    const key = await keyOf(deviceId);
    if (key === undefined) return turnedDown('unknown device');
    const bodyHash = createHash('sha256').update(body).digest('hex');
    const text = contactText(method, path, { unixMs, bodyHash });
    return isSignedBy(key, text, signature) ? { deviceId, signature } : turnedDown('signature');
  };
}
