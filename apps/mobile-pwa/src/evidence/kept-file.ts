import { isReadable } from '../lock/seal-rows.ts';
import type { FieldStore } from '../sync/store.ts';

/** The kept bytes of a photo or file; their identity is their hash. */
export interface KeptFile {
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/**
 * Keeps a file's bytes for one person, sealed. Two people who hold the same bytes each keep their own: neither could
 * open the other's.
 */
export async function keepFile(
  store: FieldStore,
  account: string,
  file: KeptFile,
  storedAt: string,
): Promise<void> {
  await store.files.put({ account, ...file, storedAt });
}

/** A person's file by its hash, also one that database version 1 kept; undefined when it is not his or not here. */
export async function keptFile(
  store: FieldStore,
  account: string,
  sha256: string,
): Promise<KeptFile | undefined> {
  const row = await store.files.get([account, sha256]);
  if (isReadable(row)) return row;
  const { blob } = (await store.evidence.get(sha256)) ?? {};
  return blob && { sha256, bytes: new Uint8Array(await blob.arrayBuffer()), mediaType: blob.type };
}
