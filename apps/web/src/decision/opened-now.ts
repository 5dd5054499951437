/** What has been opened on a page, as the page last knew it. */
export interface Opened<Thing> {
  /** Which one; undefined: none is. */
  readonly key: string | undefined;
  /** What it is done to; undefined where it may not be done. */
  readonly now: Thing | undefined;
  /** What the form on the page is about: once it may be written it stays, whatever others do meanwhile. */
  readonly last: Thing | undefined;
  /** Its own way out was taken; it goes with what allowed it. */
  readonly isDone: boolean;
}

export const nothingOpened = { key: undefined, now: undefined, last: undefined, isDone: false } as const;

export function openedNow<Thing>(
  before: Opened<Thing>,
  key: string | undefined,
  now: Thing | undefined,
): Opened<Thing> {
  if (before.key === key && before.now === now) return before;
  const isSame = before.key === key;
  const held = isSame && !before.isDone ? before.last : undefined;
  return {
    key,
    now,
    last: key === undefined ? undefined : (now ?? held),
    isDone: isSame && before.isDone && now !== undefined,
  };
}
