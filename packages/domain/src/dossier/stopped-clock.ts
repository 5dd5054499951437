import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';

/**
 * The paper by which processing was stopped (Thông tư 03/2025/TT-VPCP, Phụ lục I): `02` request to complete the
 * dossier, `05` notice of stopping. With `none` nothing justifies the stop, and its days count.
 */
export const stopForms = ['02', '05', 'none'] as const;

/** Processing stopped by a paper of day `from`; the dossier was complete again on `until` (null: still stopped). */
export const StoppedClock = z
  .object({
    from: PlainDate,
    until: z.nullish(PlainDate),
    form: z.enum(stopForms),
  })
  .check(
    z.refine((stop) => !stop.until || stop.until >= stop.from, {
      error: 'input.date-order',
      path: ['until'],
    }),
  );
export type StoppedClock = z.infer<typeof StoppedClock>;
