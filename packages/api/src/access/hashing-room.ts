import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { addressKey } from './address-key.ts';

/** Hashing takes some 30 ms, two at a time: whoever is let in waits half a second at most. */
const seats = 32;
/** Nobody fills the room from one address. */
const seatsPerAddress = 16;

const taken = new Map<string, number>();
let inside = 0;

export const noSeat = () => new DomainError('throttled', 'access.too-many-at-once', { seconds: 2 });

export function hasSeat(address: string): boolean {
  return inside < seats && (taken.get(addressKey(address)) ?? 0) < seatsPerAddress;
}

/**
 * Lets few requests at once come to the making of password hashes, in this process. Taken before anything is read or
 * any connection held, so that who waits for a hash keeps nobody else from the database.
 * @throws DomainError `throttled` at once when there is no seat
 */
export async function inHashingRoom<Result>(address: string, work: () => Promise<Result>): Promise<Result> {
  if (!hasSeat(address)) throw noSeat();
  const key = addressKey(address);
  inside += 1;
  taken.set(key, (taken.get(key) ?? 0) + 1);
  try {
    return await work();
  } finally {
    inside -= 1;
    const left = (taken.get(key) ?? 1) - 1;
    if (left === 0) taken.delete(key);
    else taken.set(key, left);
  }
}
