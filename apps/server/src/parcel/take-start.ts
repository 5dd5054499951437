import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import {
  mayBeParcel,
  type OpenedParcel,
  readStart,
  requireLength,
  startLength,
} from '@kycuong/domain/sync/parcel-file.ts';

export interface Started {
  readonly parcel: OpenedParcel;
  /** Of the whole, by what its head says. */
  readonly length: number;
  /** What has come so far. */
  readonly first: Uint8Array;
  /** What is still to come. */
  readonly rest: AsyncIterator<Uint8Array>;
}

/**
 * Takes a parcel's start from a body and nothing of what comes after it: whether it is one at all, whose, and how long.
 * @param declared bytes that the request says it has; undefined: it does not say
 * @throws DomainError `invalid` as `readParcel`
 */
export async function takeStart(
  body: AsyncIterable<Uint8Array>,
  declared: number | undefined,
): Promise<Started> {
  // By hand: leaving a loop over it would cut the link, and the sender would not hear why.
  const rest = body[Symbol.asyncIterator]();
  let first = new Uint8Array();
  while (startLength(first) === undefined) {
    const { done, value } = await rest.next();
    if (done) throw new DomainError('invalid', first.length < 8 ? 'parcel.not-a-parcel' : 'parcel.cut');
    first = Buffer.concat([first, value]);
    if (!mayBeParcel(first.subarray(0, 8))) throw new DomainError('invalid', 'parcel.not-a-parcel');
  }
  const { length, ...parcel } = await readStart({ read: async (from, to) => first.subarray(from, to) });
  if (declared !== undefined) requireLength(declared, length);
  return { parcel, length, first, rest };
}
