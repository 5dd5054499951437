import { useEffect } from 'react';
import { useField, usePerson } from '../shell/field-context.ts';
import { shellHeld } from '../shell/shell-worker.ts';
import { holdReserve } from '../sync/storage-room.ts';
import type { HeldVisit } from '../sync/store.ts';
import { whenIdle } from '../sync/sync-later.ts';

/** Fetches the newest packet, waits for the app to be held, and asks the browser to keep the data; says whether all went well. */
export function useKeepOffline(visitId: string): () => Promise<boolean> {
  const { store, server } = useField();
  const { id } = usePerson();
  return async () => {
    try {
      const { fetchPacket } = await import('../sync/puller.ts');
      await Promise.all([fetchPacket({ store, server, account: id, now: Date.now }, visitId), shellHeld()]);
      await store.transaction('rw', store.packets, store.heads, async () => {
        await store.packets.update([id, visitId], { keptAt: new Date().toISOString() });
        await store.heads.delete([id, visitId]);
      });
      await navigator.storage.persist();
      await holdReserve();
      return true;
    } catch {
      return false;
    }
  };
}

/** Whoever opens a visit where there is a network goes there without one: it is made ready by that, in the background. */
export function useReadyByOpening({ visitId, keptAt, revoked }: HeldVisit): void {
  const keep = useKeepOffline(visitId);
  const wanted = keptAt === null && !revoked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a visit that is opened
  useEffect(() => {
    if (wanted && navigator.onLine) whenIdle(() => void keep());
  }, [visitId, wanted]);
}
