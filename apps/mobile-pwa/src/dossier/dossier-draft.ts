import { isPlainDate, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { checkDossier, type DossierCheck, expectedDueOn } from '@kycuong/domain/dossier/dossier-check.ts';
import type { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';

export interface StopDraft {
  readonly from: string;
  readonly until: string;
  readonly form: '02' | '05' | 'none';
}

/** The form as it is typed: every field a text, empty where nothing is typed yet. */
export interface DossierDraft {
  /** Where it was begun, once anything is typed. */
  readonly visitId?: string;
  readonly code: string;
  readonly procedure: string;
  readonly receivedOn: string;
  readonly completeOn: string;
  readonly days: string;
  readonly dueOn: string;
  readonly returnedOn: string;
  readonly stopped: readonly StopDraft[];
  readonly apologyIssued: boolean;
  readonly extraPapersAsked: boolean;
  readonly note: string;
}

export const emptyDossier: DossierDraft = {
  code: '',
  procedure: '',
  receivedOn: '',
  completeOn: '',
  days: '',
  dueOn: '',
  returnedOn: '',
  stopped: [],
  apologyIssued: false,
  extraPapersAsked: false,
  note: '',
};

export function isDossierDraft(value: unknown): value is DossierDraft {
  return typeof value === 'object' && value !== null && 'completeOn' in value && 'stopped' in value;
}

export function draftOf(dossier: SampleDossier): DossierDraft {
  const { code, procedure, receivedOn, completeOn, dueOn, apologyIssued, extraPapersAsked } = dossier;
  return {
    ...{ code, procedure, receivedOn, completeOn, dueOn, apologyIssued, extraPapersAsked },
    days: dossier.processingWorkingDays?.toString() ?? '',
    returnedOn: dossier.returnedOn ?? '',
    stopped: dossier.stopped.map(({ from, until, form }) => ({ from, until: until ?? '', form })),
    note: dossier.note ?? '',
  };
}

/** A figure as it is typed: full-width ones are the same, and what is no figure stays to be read. */
export function typedFigure(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return /^\d+$/.test(plain) ? plain : text;
}

/** Of `1,5`, `1e2` or `10 ngày` no other number is made: it is none, and the schema refuses it. */
export function figureOf(text: string): number | null {
  if (text.trim() === '') return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}

/** What would be logged; the schema judges whether it can be. */
export function sampleOf(draft: DossierDraft, sampleId: string, visitId: string): SampleDossier {
  const { days, returnedOn, stopped, note, ...rest } = draft;
  return {
    ...rest,
    sampleId,
    visitId,
    processingWorkingDays: figureOf(days),
    returnedOn: returnedOn === '' ? null : returnedOn,
    stopped: stopped.map(({ from, until, form }) => ({ from, until: until === '' ? null : until, form })),
    note: note.trim() === '' ? null : note,
  };
}

/** Lateness and signs of a half-filled form, as soon as its dates allow; by the packet's own holidays. */
export function judge(
  draft: DossierDraft,
  holidays: VisitPacket['holidays'],
  asOf: PlainDate,
): { readonly check: DossierCheck | null; readonly expected: PlainDate | null } {
  const calendar = new WorkingCalendar(holidays);
  const { completeOn, dueOn, returnedOn, days } = draft;
  if (!isPlainDate(completeOn)) return { check: null, expected: null };
  const allowed = /^\d{1,3}$/.test(days) ? Number(days) : null;
  const expected = allowed === null ? null : expectedDueOn(completeOn, allowed, calendar);
  const span = (date: string) => date >= completeOn && date <= `${Number(completeOn.slice(0, 4)) + 3}`;
  const usable =
    isPlainDate(dueOn) && span(dueOn) && (returnedOn === '' || (isPlainDate(returnedOn) && span(returnedOn)));
  if (!usable) return { check: null, expected };
  const stopped = draft.stopped
    .filter(({ from, until }) => isPlainDate(from) && (until === '' || isPlainDate(until)))
    .map(({ from, until, form }) => ({ from, until: until === '' ? null : until, form }));
  const times = { completeOn, dueOn, returnedOn: returnedOn === '' ? null : returnedOn, stopped };
  const { apologyIssued, extraPapersAsked } = draft;
  const signs = { apologyIssued, extraPapersAsked, processingWorkingDays: allowed };
  return { check: checkDossier({ ...times, ...signs }, calendar, asOf), expected };
}
