/** No longer than any count that a form takes. */
const figures = /^\d{0,6}$/;

/** The count that a text says; null: nothing stands there. Undefined where it is none: of parts of it no other is made. */
export function readCount(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (!figures.test(plain)) return undefined;
  return plain === '' ? null : Number(plain);
}
