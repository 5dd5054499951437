import { useRef, useState } from 'react';
import { isReadable } from '../lock/seal-rows.ts';
import type { DraftKey } from '../sync/keep-draft.ts';
import type { Keeper } from '../sync/keeper.ts';
import { seenOf } from '../sync/seen-of.ts';
import { useField, usePerson } from './field-context.ts';
import { useLive } from './use-live.ts';

let turns = 0;

/** Something may be being typed: what stands in the form is the person's until the field is left. */
function isTyping(): boolean {
  const { activeElement: at } = document;
  return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
}

/** What the form says, and which of what it is about it was said with. */
interface Said<Value> {
  readonly key: string;
  readonly value: Value | undefined;
  readonly seen: string | null | undefined;
}

interface Typed<Value> {
  readonly key: string;
  readonly value: Value;
  readonly savedAt: string;
  readonly seen: string | null | undefined;
}

/**
 * A form that is not handed in yet, on the device at each key and touch. Undefined until it is read, and nothing of it can
 * be typed or handed in before; then the draft if there is one, else `start`; what says the same as `start` is none.
 * `isDraft` accepts what an earlier release of the form may have kept.
 * `stands`: the command that said `start`, for what is recorded; null where none did.
 */
export function useDraft<Value>(
  key: string,
  start: Value | undefined,
  isDraft: (value: unknown) => value is Value,
  stands?: string | null,
) {
  const { store } = useField();
  const { id: account } = usePerson();
  const read = useLive(`draft ${account} ${key}`, async () => {
    const kept = await store.drafts.get([account, key]);
    const seen = isReadable(kept) && kept.seen ? await seenOf(store, kept.seen) : undefined;
    return { row: kept, seen };
  });
  const row = isReadable(read?.row) && isDraft(read.row.value) ? read.row : undefined;
  const stored = row && isDraft(row.value) ? row.value : start;
  const [standing, setTyped] = useState<Typed<Value> | null>(null);
  // Another form by the same hook has nothing of it.
  const typed = standing?.key === key ? standing : null;
  const { current: keepers } = useRef(new Map<string, Promise<Keeper<DraftKey>>>());
  // Written elsewhere since, and nobody is at it here: what is typed here is older.
  if (typed && row && row.savedAt > typed.savedAt && !isTyping()) setTyped(null);

  const shown = useRef<Said<Value>>(undefined);
  const open = async () => {
    const [{ Keeper }, { keepDraft }] = await Promise.all([
      import('../sync/keeper.ts'),
      import('../sync/keep-draft.ts'),
    ]);
    return new Keeper<DraftKey>((now, durability) => keepDraft(store, now, durability));
  };
  const said = typed ?? { key, value: stored, seen: row ? row.seen : stands };
  // Under the keys nothing changes by itself, be it typed in yet or not.
  const isHeld = shown.current?.key === key && shown.current.value !== undefined && !typed && isTyping();
  if (!shown.current || !isHeld) shown.current = said;
  const told = shown.current.seen;
  // Refused since, it is not what stands that the person saw, but what stood before it.
  const seen = told && told === row?.seen ? read?.seen : told;
  const keep = (value: Value, seenNow: string | null | undefined) => {
    const savedAt = new Date().toISOString();
    setTyped({ key, value, savedAt, seen: seenNow });
    const keeper =
      keepers.get(key) ??
      open().catch((error) => {
        // The next key tries again.
        keepers.delete(key);
        throw error;
      });
    keepers.set(key, keeper);
    turns += 1;
    const now = { draft: { account, key, value, savedAt, seen: seenNow }, turn: turns, start };
    void keeper.then((opened) => opened.keep(now));
  };
  const { value } = shown.current;
  if (read === undefined || value === undefined) return undefined;
  return {
    value,
    change: (now: Value) => keep(now, seen),
    /** Somebody else said since what it is about. */
    isBehind: seen !== undefined && stands != null && seen !== stands,
    /** The person has seen that, and goes on. */
    catchUp: (now: Value) => keep(now, stands),
    savedAt: row?.savedAt,
    /** Nothing of it is kept any more. `remove` takes along what hangs on it. */
    drop: async (remove: () => Promise<unknown> = () => store.drafts.delete([account, key])) => {
      const opened = await keepers.get(key);
      keepers.delete(key);
      opened?.stop();
      await remove();
      shown.current = undefined;
      setTyped(null);
    },
  };
}
