import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { wholeNumber } from '@kycuong/domain/input/whole-number.ts';
import * as z from 'zod/mini';

export const periodUnits = ['working-day', 'day', 'month'] as const;

/** A period that starts with an event on a day. */
export const Period = z.object({ from: PlainDate, amount: wholeNumber(1, 366), unit: z.enum(periodUnits) });
export type Period = z.infer<typeof Period>;
