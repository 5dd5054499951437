import type { LegalBasis } from '@kycuong/domain/checklist/legal-basis.ts';
import type { Language } from '@kycuong/domain/error/catalogue.ts';

/** `Nghị định 63/2010/NĐ-CP về kiểm soát thủ tục hành chính, Điều 17`. */
export function basisName({ title, titleEn, article }: LegalBasis, language: Language): string {
  const name = language === 'vi' ? title : titleEn;
  return article ? `${name}, ${article}` : name;
}
