import { storableText } from '@kycuong/domain/input/storable-text.ts';
import { textRoom } from '@kycuong/domain/input/text-room.ts';
import { longestNote } from '@kycuong/domain/visit/set-answer.ts';
import { readCount } from '@kycuong/ui/plain/read-count.ts';

/** What a text says as a part of an answer; null: nothing. Undefined where it cannot be written as it stands. */
export function typedValue(part: 'count' | 'note', text: string): number | string | null | undefined {
  if (part === 'count') return readCount(text);
  return textRoom(text, longestNote).over > 0 ? undefined : storableText(text).trim() || null;
}
