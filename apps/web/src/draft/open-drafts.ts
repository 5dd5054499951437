import type { DraftKeeper } from './draft-keeper.ts';

type OpenDraft = Pick<DraftKeeper, 'save' | 'letGo' | 'atRisk'>;
const open = new Set<OpenDraft>();

/** A form that is being filled in, or whose last save is on its way; gives back how to close it. */
export function openDraft(keeper: OpenDraft): () => void {
  // One that is opened again before it is closed is there twice.
  const draft: OpenDraft = {
    save: () => keeper.save(),
    letGo: () => keeper.letGo(),
    get atRisk() {
      return keeper.atRisk;
    },
  };
  open.add(draft);
  return () => open.delete(draft);
}

/** What was typed in the last second goes to the server before the person signs out. */
export async function saveOpenDrafts(): Promise<void> {
  await Promise.all([...open].map((draft) => draft.save()));
}

/** What neither the server nor this computer took. */
export function isDraftAtRisk(): boolean {
  return [...open].some(({ atRisk }) => atRisk);
}

/** The person is signed out: no form of this page keeps anything on the computer until they are signed in again. */
export function letOpenDraftsGo(): void {
  for (const draft of open) draft.letGo();
}
