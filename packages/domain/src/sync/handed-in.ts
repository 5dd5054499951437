import * as z from 'zod/mini';
import { Id } from '../input/id.ts';

/**
 * What became of a command that came in a parcel. Beside the statuses of receipts: `not-taken`, nothing is stored of
 * it and it stays where it came from; `failed`, the server failed at it and the parcel is to be imported again.
 */
const handedInStatuses = ['applied', 'conflict', 'refused', 'quarantined', 'not-taken', 'failed'] as const;

/** `received`: came with this parcel. `here`: was here before. `awaited`: the parcel has it not, or its bytes were not taken. */
const handedInPhotoStatuses = ['received', 'here', 'awaited'] as const;

const Values = z.record(z.string(), z.union([z.string(), z.number(), z.undefined()]));

/** The server's account of a parcel, the same for console, tablet and command line. */
export const HandedIn = z.object({
  parcelId: Id,
  /** False: kept, and not opened yet, for want of the key. */
  opened: z.boolean(),
  /** The device is registered and its signature holds: what its people wrote is taken for theirs. */
  proven: z.boolean(),
  commands: z.array(
    z.object({
      id: z.string(),
      visitId: z.nullable(z.string()),
      author: z.nullable(z.string()),
      action: z.string(),
      writtenAt: z.nullable(z.string()),
      status: z.enum(handedInStatuses),
      /** The server had an answer to it before this parcel came. */
      before: z.boolean(),
      reason: z.nullable(z.object({ key: z.string(), details: Values })),
    }),
  ),
  photos: z.array(
    z.object({
      evidenceId: z.string(),
      commandId: z.string(),
      status: z.enum(handedInPhotoStatuses),
      /** Why its bytes, which the parcel has, were not taken; answers of earlier servers say nothing of it. */
      reason: z.optional(z.nullable(z.object({ key: z.string(), details: Values }))),
    }),
  ),
});
export type HandedIn = z.infer<typeof HandedIn>;

/** What the trail keeps of a parcel that was handed in. */
export const HandInParcel = z.object({
  parcelId: Id,
  device: Id,
  proven: z.boolean(),
  records: z.int(),
  photos: z.int(),
});
export type HandInParcel = z.infer<typeof HandInParcel>;

/** How the server says that it would not have a parcel; anything else is no word of ours. */
export const HandInRefused = z.object({ error: z.object({ key: z.string() }) });
