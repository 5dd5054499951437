/** Header by which a device signs a contact: `<device id> <unix ms> <base64url signature>`. */
export const contactHeader = 'kycuong-device';

/** A signature counts for this long before and after its own time, by the server's clock. */
export const contactWindowMs = 5 * 60_000;

export interface SignedContact {
  readonly deviceId: string;
  /** The device's time put right by what it knows of the server's, so that a wrong clock can still sign. */
  readonly unixMs: number;
  /** ECDSA P-256 over SHA-256 as IEEE P1363, base64url. */
  readonly signature: string;
}

/**
 * The text that is signed. `path` is the address from the first slash with its query; `bodyHash` is the SHA-256 of the
 * body in hex, of nothing where there is no body or it is the chunk of an upload.
 */
export function contactText(
  method: string,
  path: string,
  { unixMs, bodyHash }: { readonly unixMs: number; readonly bodyHash: string },
): string {
  return `${method}\n${path}\n${unixMs}\n${bodyHash}`;
}

export function writeContact({ deviceId, unixMs, signature }: SignedContact): string {
  return `${deviceId} ${unixMs} ${signature}`;
}

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,15}) ([\w-]{86})$/;

/** The header's three parts; undefined for anything else. */
export function readContact(header: string): SignedContact | undefined {
  const [, deviceId, unixMs, signature] = shape.exec(header) ?? [];
  if (deviceId === undefined || unixMs === undefined || signature === undefined) return undefined;
  return { deviceId, unixMs: Number(unixMs), signature };
}
