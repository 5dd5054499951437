import { storableText, textLength } from './storable-text.ts';

/** How a text stands to its limit, counted as the schema counts it: before a field is left, and never by cutting. */
export interface TextRoom {
  readonly length: number;
  readonly limit: number;
  /** Characters too many; 0 where it fits. */
  readonly over: number;
  /** A tenth is left, or less: time to say how much. */
  readonly isNear: boolean;
}

export function textRoom(text: string, limit: number, store = storableText): TextRoom {
  const length = textLength(store(text).trim());
  return { length, limit, over: Math.max(0, length - limit), isNear: length >= limit * 0.9 };
}
