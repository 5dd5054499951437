import * as z from 'zod/mini';

/** A moment as ISO text with its offset, in the years 1945 to 2199. */
export const Instant = z.iso.datetime({ offset: true }).check(
  z.refine((text) => text >= '1945' && text < '2200', {
    error: 'input.not-a-time',
  }),
);
export type Instant = z.infer<typeof Instant>;
