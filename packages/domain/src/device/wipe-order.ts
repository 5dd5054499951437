import * as z from 'zod/mini';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** An administrator orders that one device destroys what it holds. */
export const OrderWipe = z.object({ orderId: Id, deviceId: Id, reason: requiredText(500) });
export type OrderWipe = z.infer<typeof OrderWipe>;

/** Takes an order back that was not carried out yet. */
export const CancelWipe = z.object({ orderId: Id });
export type CancelWipe = z.infer<typeof CancelWipe>;

/** The order as the server gives it in the answer to a contact that the device signed. */
export const SignedWipeOrder = z.object({
  orderId: Id,
  deviceId: Id,
  orderedAt: z.iso.datetime(),
  reason: z.string(),
  /** The signature of the very contact that is answered: an answer kept from an earlier contact is worth nothing. */
  contact: z.string(),
  /** By the installation's order key over `wipeOrderText`. */
  signature: z.string(),
});
export type SignedWipeOrder = z.infer<typeof SignedWipeOrder>;

export function wipeOrderText(order: Omit<SignedWipeOrder, 'signature'>): string {
  const { orderId, deviceId, orderedAt, reason, contact } = order;
  return `kycuong device.wipe\n${JSON.stringify([orderId, deviceId, orderedAt, reason, contact])}`;
}

const Count = z.int().check(z.minimum(0), z.maximum(100_000_000));

/** What a device says once nothing is left on it but the key that signs this. */
export const ReportWipe = z.object({
  orderId: Id,
  /** What the server had received of it before, by the normal way or sealed. */
  handedIn: z.object({ records: Count, photos: Count, sealedFiles: Count }),
  destroyed: z.object({ records: Count, photos: Count, drafts: Count, keys: Count }),
});
export type ReportWipe = z.infer<typeof ReportWipe>;
