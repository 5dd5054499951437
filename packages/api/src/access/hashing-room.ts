import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { Places } from '../places.ts';
import { addressKey } from './address-key.ts';

export const noSeat = () => new DomainError('throttled', 'access.too-many-at-once', { seconds: 2 });

/**
 * Hashing takes some 30 ms, two at a time: whoever is let in waits half a second at most. Nobody fills the room from one
 * address, and nobody waits before it.
 */
const room = new Places({ atOnce: 32, perOwner: 16, waiting: 0, refusal: noSeat });

export const hasSeat = (address: string) => room.hasRoom(addressKey(address));

/**
 * Lets few requests at once come to the making of password hashes, in this process. Taken before anything is read or
 * any connection held, so that who waits for a hash keeps nobody else from the database.
 * @throws DomainError `throttled` at once when there is no seat
 */
export function inHashingRoom<Result>(address: string, work: () => Promise<Result>): Promise<Result> {
  return room.run(addressKey(address), work);
}
