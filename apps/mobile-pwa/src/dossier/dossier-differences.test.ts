import { expect, it } from 'vitest';
import { dossierDifferences } from './dossier-differences.ts';
import { emptyDossier } from './dossier-draft.ts';

it('names where the newer version says something else, in the order of the form, and nothing of where it was begun', () => {
  const typed = { ...emptyDossier, visitId: 'v', code: 'H40-12', note: 'Thiếu giấy hẹn' };
  const stop = { from: '2026-11-03', until: '', form: '02' } as const;
  const standing = { ...emptyDossier, code: 'H40-12', dueOn: '2026-11-09', note: '', stopped: [stop] };
  const keyed = (key: string) => key;
  expect(dossierDifferences(keyed, standing, typed)).toEqual([
    ['field:dossier.due-on', '09/11/2026'],
    ['field:dossier.stopped', null],
    ['field:dossier.note', ''],
  ]);
  expect(dossierDifferences(keyed, { ...typed }, typed)).toEqual([]);
});
