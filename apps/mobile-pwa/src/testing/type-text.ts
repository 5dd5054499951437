import { TextSession } from '../sync/text-session.ts';
import type { Tablet } from './tablet.ts';

/** Types the note of an item, key by key, until the disk has it; the field is not left by that. */
export async function typeText(
  { store, hand, visitId }: Pick<Tablet, 'store' | 'hand' | 'visitId'>,
  text: string,
  itemCode = 'M01',
): Promise<TextSession> {
  const place = { visitId, itemCode, part: 'note' } as const;
  const session = new TextSession(hand, place, { value: null, base: null });
  for (let length = 1; length <= text.length; length += 1) session.type(text.slice(0, length));
  // Whatever asks for the table next comes after what was handed over.
  await store.texts.count();
  return session;
}
