const running = new Map<string, Set<Promise<unknown>>>();

/** Files are taken in for something, on whichever screen it was asked for. */
export async function takingIn(targetId: string, work: Promise<unknown>): Promise<void> {
  const works = running.get(targetId) ?? new Set();
  running.set(targetId, works.add(work));
  try {
    await work;
  } finally {
    works.delete(work);
  }
}

/** Nothing is being taken in for it any more. */
export async function takenIn(targetId: string): Promise<void> {
  const works = running.get(targetId);
  while (works !== undefined && works.size > 0) await Promise.allSettled(works);
}
