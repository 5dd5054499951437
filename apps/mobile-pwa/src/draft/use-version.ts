import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { versionOf } from '../sync/version-of.ts';
import { knowVisit, memoryTables } from '../sync/visit-memory.ts';

/** What stands of a dossier or finding, whoever said it; undefined until it is read. */
export function useVersion(visitId: string, id: string) {
  const { store } = useField();
  const { id: account } = usePerson();
  return useLive(`version ${account} ${visitId} ${id}`, () =>
    store.transaction('r', memoryTables(store), async () => ({
      command: versionOf(await knowVisit(store, account, visitId), id),
    })),
  );
}
