import { fact } from '../sync/facts.ts';
import type { FieldStore } from '../sync/store.ts';
import { currentKey } from './keys.ts';

/** Who is here and whether something stands before the work: all that decides which screen comes first. */
export async function readGate(store: FieldStore) {
  return store.transaction('r', store.meta, store.keys, async () => {
    const [person, wipe, wiped] = await Promise.all([
      fact(store, 'person'),
      fact(store, 'wipe'),
      fact(store, 'wiped'),
    ]);
    return { person, stored: person && (await currentKey(store, person.id)), wipe, wiped };
  });
}

export type GateFacts = Awaited<ReturnType<typeof readGate>>;
