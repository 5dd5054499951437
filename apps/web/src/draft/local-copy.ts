import * as z from 'zod/mini';

const prefix = 'kycuong.draft:';
const keptMs = 7 * 86_400_000;

const LocalCopy = z.object({
  draftId: z.string(),
  /** The version on the server that was gone on from. */
  version: z.number(),
  content: z.record(z.string(), z.unknown()),
  /** What was on its way to the server and not answered yet, as one text. */
  sent: z.nullable(z.string()),
  at: z.number().check(z.gte(0), z.lte(8.64e15)),
  /** Of a form without a draft: how it is called, and what in it people have written. */
  title: z.optional(z.string()),
  quote: z.optional(z.string()),
});
/** What of a form the server has not confirmed yet: the last second before a reload, or all since the network went. */
export type LocalCopy = z.infer<typeof LocalCopy>;

/** A copy that a window has left, and where it lies. */
export interface LeftCopy {
  readonly key: string;
  readonly copy: LocalCopy;
}

/** No form is as deep; what is would break whoever walks through it. */
function isShallow(value: unknown, levels = 20): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isShallow(part, levels - 1));
}

function read(key: string): LocalCopy | null {
  const text = localStorage.getItem(prefix + key);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isShallow(value) ? LocalCopy.parse(value) : null;
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

/** Whether nobody is shown it any more: what a colleague left on a shared computer by shutting it down does not stay for good. */
const isOld = ({ at }: LocalCopy) => Math.abs(Date.now() - at) >= keptMs;

/** The key names the person, so that nobody is shown what another left on the same computer. */
export function localCopy(key: string): LocalCopy | null {
  try {
    const copy = read(key);
    return copy === null || isOld(copy) ? null : copy;
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

/** Keys of what lies on the computer, of whomever, also of other windows and of forms that are closed; the newest first. */
function localKeys(): string[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
    return keys.toSorted((a, b) => (localCopy(b)?.at ?? 0) - (localCopy(a)?.at ?? 0));
  } catch {
    return [];
  }
}

/** As the console is loaded, whoever is at the computer: of each person goes what nobody is shown any more. */
export function dropOldCopies(): void {
  for (const key of localKeys()) if (localCopy(key) === null) dropLocal(key);
}

export function localKeysOf(accountId: string): string[] {
  return localKeys().filter((key) => key.startsWith(`${accountId}:`));
}

/** A key: whose, of which form, of what; behind `@` the window, for each keeps its own text. */
export function placeOfKey(key: string): string {
  return key.replace(/@.*$/, '');
}

/** What windows, this one and others, have of one form that the server has not confirmed; the newest first. */
export function copiesAt(place: string): readonly LeftCopy[] {
  return localKeys()
    .filter((key) => placeOfKey(key) === place)
    .flatMap((key) => {
      const copy = localCopy(key);
      return copy === null ? [] : [{ key, copy }];
    });
}
