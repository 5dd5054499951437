import * as z from 'zod/mini';
import { Instant } from '../calendar/instant.ts';
import { optionalLine, requiredLine } from '../input/bounded-text.ts';
import { DeclaredNotSecret } from '../input/declared-not-secret.ts';
import { Id } from '../input/id.ts';
import { wholeNumber } from '../input/whole-number.ts';
import { evidenceTargets } from './evidence-target.ts';
import { longestFileName } from './file-name.ts';
import { whyNotOfType } from './why-not-of-type.ts';

export const evidenceMediaTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;

export const largestEvidenceBytes = 20 * 1024 * 1024;

export const longestCaption = 300;

/** camera: taken with this device's camera in the app · chosen: it was there before. */
export const evidenceSources = ['camera', 'chosen'] as const;
/** photo: what the camera wrote into it · file: when the file was last changed. */
export const statedBy = ['photo', 'file'] as const;

/**
 * Names a photo or file before its bytes travel, and is the ticket on which they may be sent. `sha256` (64 hex
 * digits) and `size` (bytes) are those of the bytes that are kept; `takenAt` is the device's own time when it was taken
 * with the camera, or added.
 */
export const AttachEvidence = z.object({
  evidenceId: Id,
  /** The visit it belongs to; null for a corrective action's proof. */
  visitId: z.nullable(Id),
  target: z.object({ kind: z.enum(evidenceTargets), id: requiredLine(60) }),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  size: wholeNumber(0, largestEvidenceBytes).check(z.minimum(1, 'evidence.empty')),
  mediaType: z.enum(evidenceMediaTypes, {
    error: ({ input }) => (input === undefined ? undefined : whyNotOfType(input)),
  }),
  name: requiredLine(longestFileName),
  /** What is to be seen, in the words of who took it. */
  caption: optionalLine(longestCaption),
  takenAt: Instant,
  /** Not told by the first release: nobody knows then that it was taken when it was added. */
  source: z.nullish(z.enum(evidenceSources)),
  /** What it says of its own time, unproven. */
  stated: z.nullish(z.object({ at: Instant, by: z.enum(statedBy) })),
  place: z.nullish(
    z.object({
      latitude: z.number().check(z.minimum(-90), z.maximum(90)),
      longitude: z.number().check(z.minimum(-180), z.maximum(180)),
      accuracyM: z.number().check(z.minimum(0), z.maximum(100_000)),
    }),
  ),
  declaredNotSecret: DeclaredNotSecret,
});
export type AttachEvidence = z.infer<typeof AttachEvidence>;
