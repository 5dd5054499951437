import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import { type OpenVisit, readVisit } from './read-visit.ts';

/** `undefined` while the device's database is read, `null` when the visit is not on this device. */
export function useVisit(visitId: string): OpenVisit | null | undefined {
  const { store } = useField();
  const { id } = usePerson();
  return useLive(`visit ${id} ${visitId}`, async () => (await readVisit(store, id, visitId)) ?? null);
}
