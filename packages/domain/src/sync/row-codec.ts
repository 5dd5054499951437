import * as z from 'zod/mini';
import { sealBroken } from './seal-broken.ts';

const utf8 = new TextEncoder();
const text = new TextDecoder();
const headBytes = 5;
const version = 1;

/** More than any table has: what a stranger seals may name one stretch of bytes a million times. */
const mostByteParts = 10;

const Written = z.object({
  // A record would leave out a field named `__proto__`.
  fields: z.custom<Readonly<Record<string, unknown>>>(
    (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
  ),
  /** Names and lengths of the parts that are bytes, in the order in which they follow. */
  bytes: z.pipe(
    z.unknown().check(z.refine((given) => Array.isArray(given) && given.length <= mostByteParts)),
    z.array(z.tuple([z.string(), z.int().check(z.minimum(0))])),
  ),
});
type Written = z.infer<typeof Written>;

/** A row's fields as bytes: version, length of the JSON, the JSON, then the parts that are bytes as they are. */
export function encodeRow(row: Readonly<Record<string, unknown>>): Uint8Array {
  const parts = Object.entries(row).flatMap(([name, value]) =>
    value instanceof Uint8Array ? [[name, value] as const] : [],
  );
  const fields = Object.fromEntries(
    Object.entries(row).filter(([, value]) => !(value instanceof Uint8Array)),
  );
  const written: Written = { fields, bytes: parts.map(([name, { length }]) => [name, length]) };
  const json = utf8.encode(JSON.stringify(written));
  const encoded = new Uint8Array(
    headBytes + json.length + parts.reduce((sum, [, { length }]) => sum + length, 0),
  );
  encoded[0] = version;
  new DataView(encoded.buffer).setUint32(1, json.length);
  encoded.set(json, headBytes);
  let at = headBytes + json.length;
  for (const [, part] of parts) {
    encoded.set(part, at);
    at += part.length;
  }
  return encoded;
}

function readWritten(json: Uint8Array): Written | undefined {
  try {
    return Written.safeParse(JSON.parse(text.decode(json))).data;
  } catch {
    return undefined;
  }
}

/**
 * What `encodeRow` wrote. That it opened shows only that whoever wrote it had the key: in a parcel that may be anybody.
 * @throws DomainError `sync.seal-broken`
 */
export function decodeRow(encoded: Uint8Array): Record<string, unknown> {
  if (encoded[0] !== version || encoded.length < headBytes) throw sealBroken();
  const begins = headBytes + new DataView(encoded.buffer, encoded.byteOffset).getUint32(1);
  const written = readWritten(encoded.subarray(headBytes, begins));
  if (written === undefined) throw sealBroken();
  const { fields, bytes } = written;
  if (begins + bytes.reduce((sum, [, size]) => sum + size, 0) !== encoded.length) throw sealBroken();
  let at = begins;
  const parts = bytes.map(([name, size]) => {
    at += size;
    return [name, encoded.slice(at - size, at)] as const;
  });
  return Object.fromEntries([...Object.entries(fields), ...parts]);
}

/** What a row is called when it is sealed: the table, and its primary key (the parts of it joined by a space). */
export function rowPlace(table: string, primaryKey: unknown): string {
  return `${table}:${[primaryKey].flat().join(' ')}`;
}
