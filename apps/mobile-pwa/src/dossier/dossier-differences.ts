import { isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import type { Difference } from '../draft/newer-version.tsx';
import type { Translate } from '../language.ts';
import { isSameContent } from '../sync/same-content.ts';
import type { DossierDraft } from './dossier-draft.ts';

const labels = {
  code: 'field:dossier.code',
  procedure: 'field:dossier.procedure',
  receivedOn: 'field:dossier.received-on',
  completeOn: 'field:dossier.complete-on',
  days: 'field:dossier.days',
  dueOn: 'field:dossier.due-on',
  returnedOn: 'field:dossier.returned-on',
  stopped: 'field:dossier.stopped',
  apologyIssued: 'field:dossier.apology',
  extraPapersAsked: 'field:dossier.extra-papers',
  note: 'field:dossier.note',
} as const;

const names = ['code', 'procedure', 'receivedOn', 'completeOn', 'days', 'dueOn', 'returnedOn'] as const;
const others = ['stopped', 'apologyIssued', 'extraPapersAsked', 'note'] as const;

/** Where what stands says something else than what is typed. */
export function dossierDifferences(t: Translate, standing: DossierDraft, typed: DossierDraft): Difference[] {
  return [...names, ...others].flatMap((name): Difference[] => {
    const said = standing[name];
    if (isSameContent(said, typed[name])) return [];
    const words = typeof said === 'string' ? (isPlainDate(said) ? formatDate(said) : said) : null;
    return [[t(labels[name]), words]];
  });
}
