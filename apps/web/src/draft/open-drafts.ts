const open = new Set<() => Promise<void>>();

/** A form that is being filled in; gives back how to close it. */
export function openDraft(save: () => Promise<void>): () => void {
  open.add(save);
  return () => open.delete(save);
}

/** What was typed in the last second goes to the server before the person signs out. */
export async function saveOpenDrafts(): Promise<void> {
  await Promise.all([...open].map((save) => save()));
}
