import { createHash } from 'node:crypto';
import { ownThing } from '@kycuong/domain/access/resource.ts';
import { HandInParcel } from '@kycuong/domain/sync/handed-in.ts';
import { command } from '../command.ts';

/** The trail's word that a parcel came in. Each command in it is judged and recorded by itself. */
export const handInParcel = command({
  action: 'sync.hand-in',
  input: HandInParcel,
  load: async ({ input }) => ({ resource: ownThing, subject: { kind: 'parcel', id: input.parcelId } }),
  run: async () => undefined,
});

/** The same for the same content and sender (a person, or the device by itself), so that importing it again adds nothing to the trail. RFC 9562, version 8. */
export function handInId(headHash: string, sender: string): string {
  const hex = createHash('sha256').update(`hand-in ${headHash} ${sender}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
