import type { Language } from '../error/catalogue.ts';
import type { LegalBasis } from './legal-basis.ts';

/** `Nghị định 63/2010/NĐ-CP về kiểm soát thủ tục hành chính, Điều 17`; a law that is known by its year gets its number. */
export function basisName(
  { title, titleEn, number, article }: Pick<LegalBasis, 'title' | 'titleEn' | 'number' | 'article'>,
  language: Language,
): string {
  const name = language === 'vi' ? title : titleEn;
  const numbered = number && !name.includes(number) ? `${name} (${number})` : name;
  return article ? `${numbered}, ${article}` : numbered;
}
