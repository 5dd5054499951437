import { expect, it } from 'vitest';
import { builtInLegalBases } from './built-in/legal-bases/legal-bases.ts';
import { citation } from './citation.ts';

function cited(id: string, language: 'vi' | 'en' = 'vi'): string | undefined {
  const basis = builtInLegalBases.find((other) => other.id === id);
  return basis && citation(basis, language);
}

it('a basis is cited with number and article, and as unread where it is from memory', () => {
  expect(cited('nd-63-2010-17')).toBe('Nghị định 63/2010/NĐ-CP về kiểm soát thủ tục hành chính, Điều 17');
  expect(cited('luat-khieu-nai')).toBe('Luật Khiếu nại năm 2011 (02/2011/QH13)');
  expect(cited('luat-pcthrb-2019-5')).toBe(
    'Luật Phòng, chống tác hại của rượu, bia năm 2019 (44/2019/QH14), Điều 5 (chưa đối chiếu văn bản)',
  );
  expect(cited('nd-20-2008', 'en')).toContain('(not checked against the text)');
});
