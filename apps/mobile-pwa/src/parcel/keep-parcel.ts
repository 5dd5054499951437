import { keepFile } from '../evidence/kept-file.ts';
import { fact, setFact } from '../sync/facts.ts';
import type { FieldStore, KeptParcel } from '../sync/store.ts';
import { forgetVisits } from '../sync/visit-memory.ts';
import { checkParcel } from './read-file.ts';

interface Keeping {
  readonly store: FieldStore;
  /** Who takes the parcel over on this device. */
  readonly account: string;
  readonly now: Date;
}

/**
 * Takes a colleague's parcel in: the file whole, as it will be handed in, and, where it is sealed for this device, what
 * was written at the visits that the person holds, to be seen at once. Author and device stay as they were written; the
 * same parcel again changes nothing.
 * @throws DomainError when the file is no whole, unaltered parcel; nothing was kept then.
 */
export async function keepParcel(
  { store, account, now }: Keeping,
  file: Blob,
  name: string,
): Promise<KeptParcel> {
  const { head, commands, photos, opened } = await checkParcel(store, file);
  const known = await store.parcels.get(head.id);
  if (known !== undefined) return known;
  // Photos before the commands that name them, each by itself: a cut here leaves only bytes that nobody has named yet.
  for await (const photo of photos()) await keepFile(store, account, photo, now.toISOString());
  const { device, authors, visits, counts, madeAt } = head;
  const kept: KeptParcel = {
    id: head.id,
    account,
    name,
    file,
    facts: { device, authors, visits, counts, madeAt },
    keptAt: now.toISOString(),
    opened,
    failures: 0,
    notBefore: 0,
    answer: null,
    answeredAt: null,
    photos: commands.flatMap((command) => {
      if (command.action !== 'evidence.attach') return [];
      const { evidenceId, sha256, size } = command.payload;
      return [{ evidenceId, sha256, size }];
    }),
  };
  await store.transaction(
    'rw',
    [store.parcels, store.serverCommands, store.packets, store.meta],
    async () => {
      let order = (await fact(store, 'order')) ?? 0;
      for (const { visitId, ...command } of commands) {
        if ((await store.packets.get([account, visitId])) === undefined) continue;
        if ((await store.serverCommands.get([account, command.id])) !== undefined) continue;
        order += 1;
        await store.serverCommands.add({
          account,
          id: command.id,
          visitId,
          order,
          command,
          viaParcel: head.id,
        });
      }
      await setFact(store, 'order', order);
      await store.parcels.add(kept);
    },
  );
  forgetVisits(store);
  return kept;
}
