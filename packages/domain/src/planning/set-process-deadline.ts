import * as z from 'zod/mini';
import { Seen } from '../input/seen.ts';
import { builtInProcessDeadlines, ProcessDeadline } from './process-deadline.ts';

/** The time of a step written anew, with the document that sets it. Only of steps and fields that are shipped. */
export const SetProcessDeadline = z
  .extend(ProcessDeadline, { seen: Seen })
  .check(
    z.refine(
      ({ step, field }) => builtInProcessDeadlines.some((row) => row.step === step && row.field === field),
      { error: 'record.not-found', path: ['step'] },
    ),
  );
export type SetProcessDeadline = z.infer<typeof SetProcessDeadline>;
