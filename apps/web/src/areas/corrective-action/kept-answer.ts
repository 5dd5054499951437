import type { KeptDraft } from '../../draft/draft-source.ts';
import type { ShownAction } from './action-query.ts';
import { draftOf, writtenOf } from './starting-content.ts';

/** The unit's draft of its answer as the server keeps it; null where nothing is begun. */
export function keptAnswer({ actionId, draft }: Pick<ShownAction, 'actionId' | 'draft'>): KeptDraft | null {
  return draft && { ...draft, draftId: actionId, content: draftOf(writtenOf(actionId, draft.content)) };
}
