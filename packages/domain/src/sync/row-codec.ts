const utf8 = new TextEncoder();
const text = new TextDecoder();
const headBytes = 5;
const version = 1;

interface Written {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Names and lengths of the parts that are bytes, in the order in which they follow. */
  readonly bytes: readonly (readonly [name: string, length: number])[];
}

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

/** What `encodeRow` wrote. Its text was authenticated before: it is ours. */
export function decodeRow(encoded: Uint8Array): Record<string, unknown> {
  if (encoded[0] !== version) throw new Error(`a row of codec version ${encoded[0]}`);
  const length = new DataView(encoded.buffer, encoded.byteOffset).getUint32(1);
  const json = text.decode(encoded.subarray(headBytes, headBytes + length));
  const { fields, bytes }: Written = JSON.parse(json);
  let at = headBytes + length;
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
