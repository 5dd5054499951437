import type { PlainDate } from '../calendar/plain-date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { type DossierTimes, dossierLateness, type Lateness } from './lateness.ts';

export type CheckedDossier = DossierTimes & {
  readonly processingWorkingDays?: number | null | undefined;
  readonly apologyIssued: boolean;
  readonly extraPapersAsked: boolean;
};

/** What a sampled dossier shows against an item of the checklist; the inspector decides whether it is a finding. */
export type FindingCandidate = {
  readonly itemCode: 'M08' | 'M11' | 'M12' | 'M15' | 'M16';
  readonly reason:
    | 'extra-papers'
    | 'due-date-too-late'
    | 'supplement-more-than-once'
    | 'stop-without-form'
    | 'late'
    | 'late-without-apology';
};

export type DossierCheck = {
  readonly lateness: Lateness;
  /** The due date that the published processing time gives; null when that time is not known. */
  readonly expectedDueOn: PlainDate | null;
  /** The slip's date against it. A slip that promises an earlier day is to the citizen's good and no fault. */
  readonly slip: 'matches' | 'earlier' | 'later' | 'unknown';
  readonly candidates: readonly FindingCandidate[];
};

/** The due date from a processing time in working days: the day of acceptance is not counted. */
export function expectedDueOn(
  completeOn: PlainDate,
  processingWorkingDays: number,
  calendar: WorkingCalendar,
): PlainDate {
  return calendar.addWorkingDays(completeOn, processingWorkingDays);
}

/** Lateness, the slip's due date (item M11), a missing apology by form 04 (M16) and the other signs in one dossier. */
export function checkDossier(
  dossier: CheckedDossier,
  calendar: WorkingCalendar,
  asOf: PlainDate,
): DossierCheck {
  const lateness = dossierLateness(dossier, calendar, asOf);
  const expected =
    dossier.processingWorkingDays == null
      ? null
      : expectedDueOn(dossier.completeOn, dossier.processingWorkingDays, calendar);
  const slip = compareSlip(dossier.dueOn, expected);
  const late = lateness.workingDaysLate > 0;
  const supplements = dossier.stopped.filter((stop) => stop.form === '02').length;

  const candidates: FindingCandidate[] = [];
  if (dossier.extraPapersAsked) candidates.push({ itemCode: 'M08', reason: 'extra-papers' });
  if (slip === 'later') candidates.push({ itemCode: 'M11', reason: 'due-date-too-late' });
  if (supplements > 1) candidates.push({ itemCode: 'M12', reason: 'supplement-more-than-once' });
  if (dossier.stopped.some((stop) => stop.form === 'none'))
    candidates.push({ itemCode: 'M12', reason: 'stop-without-form' });
  if (late) candidates.push({ itemCode: 'M15', reason: 'late' });
  if (late && !dossier.apologyIssued) candidates.push({ itemCode: 'M16', reason: 'late-without-apology' });
  return { lateness, expectedDueOn: expected, slip, candidates };
}

function compareSlip(dueOn: PlainDate, expected: PlainDate | null): DossierCheck['slip'] {
  if (expected === null) return 'unknown';
  if (dueOn === expected) return 'matches';
  return dueOn > expected ? 'later' : 'earlier';
}
