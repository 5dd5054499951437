import * as z from 'zod/mini';
import { isPlainDate } from './plain-date.ts';

/** A calendar date `YYYY-MM-DD` between 1945 and 2199 that really exists. */
export const PlainDate = z.string().check(
  z.refine((text) => isPlainDate(text) && text >= '1945-01-01' && text < '2200-01-01', {
    error: 'input.not-a-date',
  }),
);
export type PlainDate = z.infer<typeof PlainDate>;
