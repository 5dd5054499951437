import type { LegalBasis } from '../../legal-basis.ts';

const fromMemory = 'Ghi theo trí nhớ; số, ngày, hiệu lực cần kiểm tra lại';
const read63 = 'Bản hợp nhất với các Nghị định 48/2013, 92/2017; ngày hiệu lực cần kiểm tra lại';

type Earlier = Pick<LegalBasis, 'id' | 'effectiveFrom' | 'mark' | 'source'>;

function earlier(id: string, effectiveFrom: string, mark: LegalBasis['mark'], source: string): Earlier {
  return { id, effectiveFrom, mark, source };
}

/**
 * How provisions were dated and marked when they were shipped before they were read in their texts. A province that
 * still holds one as it came gets it corrected; one that it has written anew is its own.
 */
export const earlierLegalBases: readonly Earlier[] = [
  earlier('ct-26-2016', '2016-09-05', 'V', 'Chỉ thị 26/CT-TTg năm 2016'),
  earlier('cd-280-2023', '2023-04-19', 'V', 'Công điện 280/CĐ-TTg năm 2023'),
  earlier('cd-968-2023', '2023-10-16', 'V', 'Công điện 968/CĐ-TTg năm 2023'),
  earlier('luat-cbcc-2025', '2025-07-01', 'M', 'Luật ngày 24/6/2025; ngày hiệu lực cần kiểm tra lại'),
  earlier('nd-233-2026', '2026-07-01', 'M', 'Chỉ đọc được tên nghị định; ngày hiệu lực cần kiểm tra lại'),
  earlier('luat-pctn-2018', '2019-07-01', 'M', fromMemory),
  earlier('nd-59-2019', '2019-08-15', 'M', fromMemory),
  earlier('luat-dan-chu-2022', '2023-07-01', 'M', fromMemory),
  earlier('luat-tiep-cong-dan', '2014-07-01', 'M', fromMemory),
  earlier('luat-khieu-nai', '2012-07-01', 'M', fromMemory),
  earlier('luat-to-cao', '2019-01-01', 'M', fromMemory),
  earlier('nd-63-2010-17', '2010-10-14', 'M', read63),
  earlier('nd-63-2010-18-5', '2010-10-14', 'M', read63),
  earlier('nd-63-2010-18-6', '2010-10-14', 'M', read63),
  earlier('nd-63-2010-18-8', '2010-10-14', 'M', read63),
  earlier(
    'tt-01-2018',
    '2018-11-23',
    'M',
    'Đã đọc Chương III; ngày hiệu lực và hiệu lực hiện nay cần kiểm tra lại',
  ),
  earlier('tt-03-2025', '2025-09-15', 'M', 'Thông tư ngày 15/9/2025; ngày hiệu lực cần kiểm tra lại'),
  earlier('qd-19-2014', '2014-03-05', 'M', 'Quyết định ngày 05/3/2014; ngày hiệu lực cần kiểm tra lại'),
];
