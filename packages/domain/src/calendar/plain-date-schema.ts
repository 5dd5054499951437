import * as z from 'zod/mini';
import { isPlainDate } from './plain-date.ts';
import { whyNoDay } from './typed-day.ts';

/** A calendar date `YYYY-MM-DD` between 1945 and 2199 that really exists; what stands in its place is refused for what it is. */
export const PlainDate = z.string().check((context) => {
  const isMissing = context.value.trim() === '';
  const wrong = isMissing ? { key: 'input.required', details: {} } : whyNoDay(context.value);
  if (wrong === undefined && isPlainDate(context.value)) return;
  const { key, details } = wrong ?? { key: 'input.not-a-date', details: { typed: context.value } };
  context.issues.push({ code: 'custom', message: key, params: details, input: context.value });
});
export type PlainDate = z.infer<typeof PlainDate>;
