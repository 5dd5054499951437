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

/** The longest start comes in that on the slowest network; nobody holds a place in the hall for longer. */
const longestMs = 120_000;

/** @throws DomainError `invalid` with `parcel.cut` when it is not there in time */
async function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const isLate = () => reject(new DomainError('invalid', 'parcel.cut'));
  if (signal.aborted) isLate();
  signal.addEventListener('abort', isLate, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', isLate);
  }
}

/** Takes no more room than the start says it needs, however small the pieces are in which it comes. */
async function collect(rest: AsyncIterator<Uint8Array>, signal: AbortSignal) {
  let held = new Uint8Array(startLength(new Uint8Array()));
  let size = 0;
  let over: Uint8Array = new Uint8Array();
  while (true) {
    const taken = over.subarray(0, held.length - size);
    held.set(taken, size);
    size += taken.length;
    over = over.subarray(taken.length);
    if (!mayBeParcel(held.subarray(0, Math.min(size, 8))))
      throw new DomainError('invalid', 'parcel.not-a-parcel');
    if (size === held.length) {
      const needed = startLength(held);
      if (needed === size) return { start: held, over };
      const longer = new Uint8Array(needed);
      longer.set(held);
      held = longer;
    } else {
      const { done, value } = await inTime(rest.next(), signal);
      if (done) throw new DomainError('invalid', size < 8 ? 'parcel.not-a-parcel' : 'parcel.cut');
      over = value;
    }
  }
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
  const { start, over } = await collect(rest, AbortSignal.timeout(longestMs));
  const { length, ...parcel } = await readStart({ read: async (from, to) => start.subarray(from, to) });
  if (declared !== undefined) requireLength(declared, length);
  return { parcel, length, first: Buffer.concat([start, over]), rest };
}
