import type { DraftContent, KeptDraft } from './draft-source.ts';
import type { LocalCopy } from './local-copy.ts';
import { textOfContent } from './same-content.ts';

export interface StartingDraft {
  /** With what the form begins; null: with nothing. */
  readonly content: DraftContent | null;
  readonly version: number;
  readonly draftId: string | null;
  /** It holds what the server does not have yet. */
  readonly unsaved: boolean;
  /** Saved from elsewhere since this copy was begun: both are shown. */
  readonly theirs: KeptDraft | null;
  /** Begun here, and sent or thrown away elsewhere since: may be taken back. */
  readonly left: DraftContent | null;
  /** What may lie on the server and is this computer's own, each as one text. */
  readonly own: readonly string[];
}

/** What a form begins with, of what the server keeps and what this computer has kept besides. */
export function startingDraft(kept: KeptDraft | null, local: LocalCopy | null): StartingDraft {
  const begun = {
    content: kept?.content ?? null,
    version: kept?.version ?? 0,
    draftId: kept?.draftId ?? null,
    unsaved: false,
    theirs: null,
    left: null,
    own: [kept && textOfContent(kept.content), local?.sent ?? null].filter((text) => text !== null),
  };
  if (local === null) return begun;
  if (kept === null)
    return local.version === 0
      ? { ...begun, content: local.content, draftId: local.draftId, unsaved: true }
      : { ...begun, left: local.content };
  const text = textOfContent(kept.content);
  if (text === textOfContent(local.content)) return begun;
  // The answer to the last save did not come before the page went: what is kept is this copy's own.
  const own = (local.version === kept.version && local.draftId === kept.draftId) || local.sent === text;
  return { ...begun, content: local.content, unsaved: true, theirs: own ? null : kept };
}
