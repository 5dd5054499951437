import { isDossierDraft } from '../dossier/dossier-draft.ts';
import { isFindingDraft } from '../finding/finding-draft.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { Draft, FieldStore } from '../sync/store.ts';
import { isBlank } from './is-blank.ts';

/** A dossier or finding that is begun and not recorded: how it is told in a list, and where it goes on. */
export interface OpenDraft {
  readonly key: string;
  readonly kind: 'dossier' | 'finding';
  /** Of the dossier or finding that it will be. */
  readonly id: string;
  /** What it is known by, so far as it is written; empty where nothing was. */
  readonly title: string;
  /** The checklist line that a finding was born on. */
  readonly itemCode: string | null;
  /** Hashes of the photos that wait with it. */
  readonly photos: readonly string[];
  readonly savedAt: string;
}

function findingOf({ key, value, savedAt }: Draft, id: string): OpenDraft[] {
  if (!isFindingDraft(value)) return [];
  const { itemCode, title, description } = value;
  const photos = value.photos.map(({ sha256 }) => sha256);
  return [{ key, kind: 'finding', id, itemCode, photos, savedAt, title: title.trim() || description.trim() }];
}

function dossierOf({ key, value, savedAt }: Draft, id: string, visitId: string): OpenDraft[] {
  if (!isDossierDraft(value)) return [];
  const { visitId: at = visitId, ...form } = value;
  // What an earlier release kept does not say at which visit: it is offered at each, so that it can be found at all.
  if (at !== visitId) return [];
  // Dossiers of one procedure are told apart by their codes, as in the list of those recorded.
  const named = [form.code.trim(), form.procedure.trim()].filter((part) => part !== '');
  const title = named.join(' · ') || form.note.trim();
  return [{ key, kind: 'dossier', id, itemCode: null, photos: [], savedAt, title }];
}

/** A person's drafts at a visit, the oldest first. What is sealed under a key that is not held cannot be told. */
export async function readDrafts(
  store: FieldStore,
  account: string,
  visitId: string,
): Promise<readonly OpenDraft[]> {
  const rows = await store.drafts
    .where('[account+key]')
    .between([account, ''], [account, '\uffff'])
    .toArray();
  return rows
    .filter(isReadable)
    .filter((row) => !isBlank(row))
    .flatMap((row) => {
      const [kind, first = '', second = ''] = row.key.split(' ');
      if (kind === 'finding' && first === visitId) return findingOf(row, second);
      return kind === 'dossier' ? dossierOf(row, first, visitId) : [];
    })
    .toSorted((one, other) => one.savedAt.localeCompare(other.savedAt));
}
