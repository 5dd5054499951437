import { isDossierDraft } from '../dossier/dossier-draft.ts';
import { isFindingDraft, itemCodeIn, photosIn } from '../finding/finding-draft.ts';
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

/** A finding's text and its photos are kept apart; one may be there without the other. */
function findingsOf(rows: readonly Draft[], visitId: string): OpenDraft[] {
  const found = new Map<string, Draft[]>();
  for (const row of rows) {
    const [kind, at, id = ''] = row.key.split(' ');
    if ((kind !== 'finding' && kind !== 'photos') || at !== visitId) continue;
    if (kind === 'photos' || isFindingDraft(row.value)) found.set(id, [...(found.get(id) ?? []), row]);
  }
  return Array.from(found, ([id, parts]): OpenDraft => {
    const form = parts.map(({ value }) => value).find(isFindingDraft);
    return {
      ...{ key: `finding ${visitId} ${id}`, kind: 'finding', id },
      title: form?.title.trim() || form?.description.trim() || '',
      itemCode: parts.map(({ value }) => itemCodeIn(value)).find((code) => code !== null) ?? null,
      photos: parts.flatMap(({ value }) => photosIn(value)).map(({ sha256 }) => sha256),
      savedAt:
        parts
          .map(({ savedAt }) => savedAt)
          .toSorted()
          .at(-1) ?? '',
    };
  });
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
  const said = rows.filter(isReadable).filter((row) => !isBlank(row));
  const dossiers = said.flatMap((row) => {
    const [kind, id = ''] = row.key.split(' ');
    return kind === 'dossier' ? dossierOf(row, id, visitId) : [];
  });
  return [...findingsOf(said, visitId), ...dossiers].toSorted((one, other) =>
    one.savedAt.localeCompare(other.savedAt),
  );
}
