import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { requiredLine } from '../input/bounded-text.ts';
import { LineageRows } from './import-row.ts';

/** Which units went into which, by a decision; `on` is the first day of the successors. */
export const ImportLineage = z.object({ rows: LineageRows, on: PlainDate, decision: requiredLine(500) });
export type ImportLineage = z.infer<typeof ImportLineage>;
