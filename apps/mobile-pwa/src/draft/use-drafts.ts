import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { readDrafts } from './read-drafts.ts';

/** The person's drafts at a visit; undefined until they are read. */
export function useDrafts(visitId: string) {
  const { store } = useField();
  const { id } = usePerson();
  return useLive(`drafts ${id} ${visitId}`, () => readDrafts(store, id, visitId));
}
