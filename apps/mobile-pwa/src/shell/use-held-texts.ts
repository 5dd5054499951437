import { isReadable } from '../lock/seal-rows.ts';
import type { TypedText } from '../sync/store.ts';
import { useField, usePerson } from './field-context.ts';
import { useLive } from './use-live.ts';

/** What the person typed at a visit and has to look at again before it is logged. */
export function useHeldTexts(visitId: string): readonly TypedText[] {
  const { store } = useField();
  const { id } = usePerson();
  const texts = useLive(`held ${visitId}`, () =>
    store.texts.where('[visitId+held]').equals([visitId, 1]).toArray(),
  );
  return texts?.filter((text) => isReadable(text) && text.author === id) ?? [];
}
