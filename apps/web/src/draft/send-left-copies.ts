import { DraftForm } from '@kycuong/domain/draft/draft-form.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { DraftSource } from './draft-source.ts';
import { dropLocal, type LocalCopy, localCopy, localKeysOf, placeOfKey } from './local-copy.ts';
import { startingDraft } from './starting-draft.ts';
import { storableContent } from './storable-content.ts';

/** Which form of which thing a draft is of; `words`: of a form that has none on the server, about what it is called. */
export interface LeftPlace {
  readonly form: DraftForm | 'answer' | 'words';
  readonly about: string | null;
}
/** One whose draft lies on the server. */
export interface ServerPlace extends LeftPlace {
  readonly form: Exclude<LeftPlace['form'], 'words'>;
}
type Server = Pick<DraftSource, 'load' | 'save'>;

function placeOf(key: string): LeftPlace | null {
  const [, form, about = ''] = placeOfKey(key).split(':');
  const known = form === 'answer' || form === 'words' ? form : DraftForm.safeParse(form).data;
  return known ? { form: known, about: about || null } : null;
}

const isOnServer = (place: LeftPlace): place is ServerPlace => place.form !== 'words';

/** Whether the server has it now; what was saved elsewhere meanwhile, or has become something already, is not written over. */
async function send(copy: LocalCopy, server: Server): Promise<boolean> {
  try {
    const start = startingDraft(await server.load(), copy);
    if (start.theirs !== null || start.left !== null) return false;
    if (!start.unsaved) return true;
    const content = { ...Object(storableContent(copy.content)) };
    await server.save(uuidV7(), { draftId: start.draftId ?? copy.draftId, version: start.version, content });
    return true;
  } catch {
    return false;
  }
}

/**
 * Brings to the server what a person has left on the computer in forms that are closed; gives back what could not be brought.
 * Of what several windows have of one form that is the newest; the others are named.
 */
export async function sendLeftCopies(
  accountId: string,
  serverOf: (place: ServerPlace) => Server,
): Promise<LeftPlace[]> {
  const kept: LeftPlace[] = [];
  for (const key of localKeysOf(accountId)) {
    const [place, copy] = [placeOf(key), localCopy(key)];
    if (place === null || copy === null || (isOnServer(place) && (await send(copy, serverOf(place)))))
      dropLocal(key);
    else kept.push(isOnServer(place) ? place : { ...place, about: copy.title ?? null });
  }
  return kept;
}
