import { isReadable } from '../lock/seal-rows.ts';
import { useField, usePerson } from './field-context.ts';
import { saving } from './save-trouble.ts';
import { useLive } from './use-live.ts';
import { useSaved } from './use-saved.ts';

/**
 * A form that is not handed in yet, on the disk at each touch. Undefined until it is read; the draft if there is one,
 * else `start`. `isDraft` accepts what an earlier release of the form may have kept.
 */
export function useDraft<Value>(
  key: string,
  start: Value | undefined,
  isDraft: (value: unknown) => value is Value,
) {
  const { store } = useField();
  const { id } = usePerson();
  const kept = useLive(`draft ${id} ${key}`, async () => ({ row: await store.drafts.get([id, key]) }));
  const stored = isReadable(kept?.row) && isDraft(kept.row.value) ? kept.row.value : start;
  const saved = useSaved<Value | undefined>(stored, (value) =>
    saving(() => store.drafts.put({ account: id, key, value, savedAt: new Date().toISOString() })),
  );
  return {
    value: kept === undefined ? undefined : saved.value,
    change: saved.change,
    flush: saved.flush,
    savedAt: isReadable(kept?.row) ? kept.row.savedAt : undefined,
    drop: async () => {
      await saved.flush();
      await store.drafts.delete([id, key]);
    },
  };
}
