import * as z from 'zod/mini';

const prefix = 'kycuong.draft:';
/** What a colleague left on a shared computer by shutting it down does not stay for good. */
const keptMs = 7 * 86_400_000;

const LocalCopy = z.object({
  draftId: z.string(),
  /** The version on the server that was gone on from. */
  version: z.number(),
  content: z.record(z.string(), z.unknown()),
  /** What was on its way to the server and not answered yet, as one text. */
  sent: z.nullable(z.string()),
  at: z.number(),
});
/** What of a form the server has not confirmed yet: the last second before a reload, or all since the network went. */
export type LocalCopy = z.infer<typeof LocalCopy>;

function read(key: string): LocalCopy | null {
  const text = localStorage.getItem(prefix + key);
  if (text === null) return null;
  try {
    return LocalCopy.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** False where the browser keeps nothing: its storage is full, or forbidden. */
export function keepLocally(key: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** The key names the person, so that nobody is shown what another left on the same computer. */
export function localCopy(key: string): LocalCopy | null {
  try {
    const copy = read(key);
    return copy !== null && Date.now() - copy.at < keptMs ? copy : null;
  } catch {
    return null;
  }
}

export function dropLocal(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Where nothing can be kept nothing is there.
  }
}

/** Keys of what this person has left on the computer, also in other windows and in forms that are closed; the oldest first. */
export function localKeysOf(accountId: string): string[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
      .filter((key) => key.startsWith(`${prefix}${accountId}:`))
      .map((key) => key.slice(prefix.length));
    return keys.toSorted((a, b) => (localCopy(a)?.at ?? 0) - (localCopy(b)?.at ?? 0));
  } catch {
    return [];
  }
}
