import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalText, requiredLine } from '../input/bounded-text.ts';
import { DeclaredNotSecret } from '../input/declared-not-secret.ts';
import { Id } from '../input/id.ts';
import { wholeNumber } from '../input/whole-number.ts';
import { StoppedClock } from './stopped-clock.ts';

export const longestDossierCode = 60;

export const longestProcedure = 300;

export const longestDossierNote = 2000;

/**
 * One dossier drawn at the one-stop shop and checked against its papers. `completeOn` is the day on which a complete,
 * correct dossier was accepted: processing time runs from there (Nghị định 118/2025/NĐ-CP, Art. 17 cl. 3). `dueOn` is
 * the date on the appointment slip as first given; without `returnedOn` the dossier is still in hand.
 */
export const SampleDossier = z
  .object({
    sampleId: Id,
    visitId: Id,
    code: requiredLine(longestDossierCode),
    procedure: requiredLine(longestProcedure),
    receivedOn: PlainDate,
    completeOn: PlainDate,
    processingWorkingDays: z.nullish(wholeNumber(0, 730)),
    dueOn: PlainDate,
    returnedOn: z.nullish(PlainDate),
    stopped: z.array(StoppedClock).check(z.maxLength(20)),
    apologyIssued: z.boolean(),
    extraPapersAsked: z.boolean(),
    note: optionalText(longestDossierNote),
    declaredNotSecret: DeclaredNotSecret,
  })
  .check(
    z.refine((dossier) => dossier.completeOn >= dossier.receivedOn, {
      error: 'dossier.complete-before-received',
      path: ['completeOn'],
    }),
    z.refine((dossier) => dossier.dueOn >= dossier.completeOn, {
      error: 'dossier.due-before-complete',
      path: ['dueOn'],
    }),
    z.refine((dossier) => !dossier.returnedOn || dossier.returnedOn >= dossier.completeOn, {
      error: 'dossier.returned-before-complete',
      path: ['returnedOn'],
    }),
    z.check((context) => {
      const { completeOn, returnedOn, stopped } = context.value;
      for (const [index, stop] of stopped.entries()) {
        const outside = stop.from < completeOn || (returnedOn && stop.from > returnedOn);
        if (outside)
          context.issues.push({
            code: 'custom',
            message: 'dossier.stop-outside',
            path: ['stopped', index, 'from'],
            input: stop.from,
          });
      }
    }),
  );
export type SampleDossier = z.infer<typeof SampleDossier>;
