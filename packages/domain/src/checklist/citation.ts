import type { Language } from '../error/catalogue.ts';
import { basisName } from './basis-name.ts';
import type { LegalBasis } from './legal-basis.ts';

const unread = { vi: 'chưa đối chiếu văn bản', en: 'not checked against the text' } as const;

/** A basis where it is cited alone: what is from memory is not shown as law that was read. */
export function citation(
  basis: Pick<LegalBasis, 'title' | 'titleEn' | 'number' | 'article' | 'mark'>,
  language: Language,
): string {
  const name = basisName(basis, language);
  return basis.mark === 'M' ? `${name} (${unread[language]})` : name;
}
