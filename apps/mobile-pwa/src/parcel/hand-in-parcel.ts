import { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { parcelMediaType } from '@kycuong/domain/sync/parcel.ts';
import { readParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { parcelKeysHeader, writeParcelKeys } from '@kycuong/domain/sync/parcel-keys-text.ts';
import type { ContactSigner } from '../device/contact-signer.ts';
import { patienceMs } from '../sync/patience.ts';
import { readAnswer } from '../sync/read-answer.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import type { FieldStore } from '../sync/store.ts';
import { blobSource, ownKey } from './read-file.ts';

const place = '/api/parcel';
/** Of a request's body the browser tells `fetch` nothing: it is given the time that a slow way takes for it. */
const slowestBytesPerMs = 8;

export type SendParcel = (store: FieldStore, file: Blob) => Promise<HandedIn>;

/**
 * Hands a sealed parcel to the server, signed by this device. Where this device can open it, its key goes along, so
 * that it is taken in also where the province keeps its recovery key offline.
 * @throws ServerFailure
 */
export function parcelSender(signer: Pick<ContactSigner, 'headers' | 'heard'>): SendParcel {
  return async (store, file) => {
    const { head } = await readParcel(blobSource(file));
    const keys = await ownKey(store, head);
    const headers = new Headers({
      'content-type': parcelMediaType,
      ...(await signer.headers('POST', place)),
      ...(keys && { [parcelKeysHeader]: writeParcelKeys(keys) }),
    });
    const signal = AbortSignal.timeout(patienceMs + Math.ceil(file.size / slowestBytesPerMs));
    let answer: Response;
    try {
      answer = await fetch(place, { method: 'POST', body: file, headers, signal, redirect: 'manual' });
    } catch {
      throw new ServerFailure('network');
    }
    signer.heard(answer.headers.get('date'));
    const { data } = HandedIn.safeParse(await readAnswer(answer, signal));
    // What is no word of our server is no answer at all: a café's login page, a proxy.
    if (data === undefined) throw new ServerFailure('portal');
    return data;
  };
}
