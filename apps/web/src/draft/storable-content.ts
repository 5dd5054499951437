import { storableText } from '@kycuong/domain/input/storable-text.ts';

/** What was typed, as the server can keep it: nothing but what cannot be stored is taken out, and nothing is trimmed. */
export function storableContent(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storableContent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, storableContent(part)]));
}
