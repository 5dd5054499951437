import { type ErrorKey, isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { HandedIn, HandInRefused } from '@kycuong/domain/sync/handed-in.ts';
import { importPrivateKey } from '@kycuong/domain/sync/key-pair.ts';
import { type ParcelHead, parcelMediaType } from '@kycuong/domain/sync/parcel.ts';
import { type ByteSource, readParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { parcelKeysHeader, writeParcelKeys } from '@kycuong/domain/sync/parcel-keys-text.ts';
import { type ParcelKeys, unwrapParcel } from '@kycuong/domain/sync/parcel-seal.ts';
import { askServer } from '../../ask-server.ts';
import { ownerHeaders } from '../../page-owner.ts';

function sourceOf(file: Blob): ByteSource {
  return {
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

/** What the parcel says of itself, read in the browser. @throws DomainError when it is none, cut or altered. */
export async function readHead(file: Blob): Promise<ParcelHead> {
  return (await readParcel(sourceOf(file))).head;
}

/** The parcel's keys by the province's private key, which does not leave the browser. @throws DomainError */
export async function unwrapWithFile(head: ParcelHead, pem: Blob): Promise<ParcelKeys> {
  const privateKey = await importPrivateKey(await pem.text());
  const [own] = head.recipients.filter(({ kind }) => kind === 'recovery');
  return unwrapParcel(head, { kind: 'recovery', id: own?.id ?? '', privateKey });
}

/** The server would not have the parcel. Anything else that goes wrong is a lost connection. */
export class ParcelRefused extends Error {
  readonly key: ErrorKey;
  constructor(key: ErrorKey) {
    super(key);
    this.key = key;
  }
}

/** @throws ParcelRefused */
export async function sendParcel(file: Blob, keys: ParcelKeys | undefined): Promise<HandedIn> {
  const headers = {
    ...ownerHeaders(),
    'content-type': parcelMediaType,
    ...(keys && { [parcelKeysHeader]: writeParcelKeys(keys) }),
  };
  const response = await askServer('/api/parcel', { method: 'POST', body: file, headers });
  const body: unknown = await response.json();
  if (response.ok) return HandedIn.parse(body);
  const { key } = HandInRefused.parse(body).error;
  throw new ParcelRefused(isErrorKey(key) ? key : 'system.unexpected');
}
