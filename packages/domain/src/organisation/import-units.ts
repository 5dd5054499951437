import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { Confirmed, UnitRows } from './import-row.ts';

/** A list of units that holds `from`…`until`, both included; `until` null where it still does. */
export const ImportUnits = z.object({
  rows: UnitRows,
  from: PlainDate,
  until: z.nullable(PlainDate),
  confirmed: Confirmed,
});
export type ImportUnits = z.infer<typeof ImportUnits>;
