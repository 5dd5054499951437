import * as z from 'zod/mini';

const Count = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** What a tablet tells of itself along with a pull, at most once a minute. */
export const ContactReport = z.object({
  /** The device's own time, not put right. */
  deviceTime: z.iso.datetime(),
  appVersion: z.string().check(z.maxLength(60)),
  /** Whether the browser promised to keep the storage. */
  storageKept: z.nullable(z.boolean()),
  freeBytes: z.nullable(z.int().check(z.minimum(0))),
  unsentRecords: Count,
  unsentPhotos: Count,
});
export type ContactReport = z.infer<typeof ContactReport>;
