/** More marks on one letter than any language writes (UAX #15, Stream-Safe Text Format). */
const heaped = /(\P{M}?\p{M}{31,})/u;

/**
 * `String.normalize`, whose time grows with the square of the marks that stand on one letter: a letter with more than 30 of
 * them stays as it is, so that no text costs more than its length.
 */
export function normalized(text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string {
  if (text.length <= 31 || !heaped.test(text)) return text.normalize(form);
  return text
    .split(heaped)
    .map((part, index) => (index % 2 === 0 ? part.normalize(form) : part))
    .join('');
}
