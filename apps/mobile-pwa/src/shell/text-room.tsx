import { FieldError, FieldRoom } from '@kycuong/ui/plain/field.tsx';
import { useMessages } from '../language.ts';
import { sayRoom } from './say-room.ts';

interface TextRoomProps {
  readonly id: string;
  readonly text: string;
  readonly limit: number;
  readonly store: (text: string) => string;
}

/** What stands under a field whose text comes near its limit. */
export function TextRoom({ id, text, limit, store }: TextRoomProps) {
  const { t } = useMessages();
  const { room, over } = sayRoom(t, text, limit, store);
  if (over) return <FieldError id={id}>{over}</FieldError>;
  return room && <FieldRoom id={id}>{room}</FieldRoom>;
}
