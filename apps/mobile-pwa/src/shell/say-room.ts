import { storableText } from '@kycuong/domain/input/storable-text.ts';
import { textRoom } from '@kycuong/domain/input/text-room.ts';
import type { Translate } from '../language.ts';

/** What a field says of a text's length: nothing, how much room is left, or by how much it is too long. It is never cut. */
export function sayRoom(
  t: Translate,
  text: string,
  limit: number | undefined,
  store = storableText,
): { readonly room?: string; readonly over?: string } {
  if (limit === undefined) return {};
  const { length, over, isNear } = textRoom(text, limit, store);
  if (over > 0) return { over: t('field:text.over', { over, limit }) };
  return isNear ? { room: t('field:text.room', { length, limit }) } : {};
}
