const leaves = new Set<() => Promise<unknown>>();

/** A field in which something may be typed just now; gives what takes it off the list. */
export function addField(leave: () => Promise<unknown>): () => void {
  leaves.add(leave);
  return () => leaves.delete(leave);
}

/** Leaves every field of this page: what was typed in them is logged, or at least on the disk, when the promise is kept. */
export async function leaveFields(): Promise<void> {
  await Promise.all(Array.from(leaves, (leave) => leave()));
}
