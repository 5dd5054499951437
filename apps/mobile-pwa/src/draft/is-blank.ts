import { emptyDossier, isDossierDraft } from '../dossier/dossier-draft.ts';
import { isFindingDraft, startFinding } from '../finding/finding-draft.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { isSameContent } from '../sync/same-content.ts';
import type { Draft } from '../sync/store.ts';

/**
 * Whether a row says nothing: earlier releases left those of forms that were emptied again. Of a row under a key that is
 * not held nobody can tell.
 */
export function isBlank(row: Draft): boolean {
  if (!isReadable(row)) return false;
  const { value } = row;
  if (isDossierDraft(value)) return isSameContent({ ...value, visitId: undefined }, emptyDossier);
  return isFindingDraft(value) && isSameContent(value, startFinding(undefined, ''));
}
