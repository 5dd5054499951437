import { DomainError } from '@kycuong/domain/error/domain-error.ts';

/** A start takes up to 2 MB, some more once it is read, and some hundredths of a second of everybody's time. */
const places = 4;
/** Nobody fills the hall alone, however many devices he registered. */
const placesPerSender = 2;

const taken = new Map<string, number>();
let inside = 0;

function change(senders: readonly string[], by: 1 | -1): void {
  inside += by;
  for (const sender of senders) {
    const count = (taken.get(sender) ?? 0) + by;
    if (count === 0) taken.delete(sender);
    else taken.set(sender, count);
  }
}

/**
 * Lets few starts of parcels at once be taken in and looked at, in this process. A place is taken before a byte is read.
 * @throws DomainError `throttled` at once when there is no place
 */
export async function inStartHall<Result>(
  senders: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  const isFull = senders.some((sender) => (taken.get(sender) ?? 0) >= placesPerSender);
  if (inside >= places || isFull)
    throw new DomainError('throttled', 'parcel.too-many-at-once', { seconds: 5 });
  change(senders, 1);
  try {
    return await work();
  } finally {
    change(senders, -1);
  }
}
