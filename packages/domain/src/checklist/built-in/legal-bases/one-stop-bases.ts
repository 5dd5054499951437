import type { LegalBasis } from '../../legal-basis.ts';
import { basis } from './basis.ts';

const fromMemory = 'Ghi theo trí nhớ; số, ngày, hiệu lực cần kiểm tra lại';
const of118 = {
  title: ['Nghị định 118/2025/NĐ-CP về cơ chế một cửa', 'Decree 118/2025/NĐ-CP on the one-stop shop'],
  number: '118/2025/NĐ-CP',
} as const;
const first118 = { ...of118, from: '2025-07-01' } as const;
const amended118 = {
  ...of118,
  from: '2026-08-05',
  mark: 'V',
  source: 'Theo Nghị định 309/2026/NĐ-CP, sửa đổi từ 05/8/2026',
} as const;
const of63 = {
  title: [
    'Nghị định 63/2010/NĐ-CP về kiểm soát thủ tục hành chính',
    'Decree 63/2010/NĐ-CP on the control of administrative procedures',
  ],
  number: '63/2010/NĐ-CP',
} as const;
const amended63 = {
  ...of63,
  from: '2017-09-25',
  mark: 'V',
  source: 'Bản pháp điển: lời văn theo Nghị định 92/2017/NĐ-CP, từ 25/9/2017',
} as const;
const unchanged63 = {
  ...of63,
  from: '2010-10-14',
  mark: 'V',
  source: 'Bản pháp điển với các Nghị định 48/2013, 92/2017; khoản này chưa sửa đổi từ 14/10/2010',
} as const;

/** The one-stop shop, procedures and their control, electronic handling. */
export const oneStopBases: readonly LegalBasis[] = [
  basis({
    ...first118,
    id: 'nd-118-2025',
    mark: 'V',
    source: 'Nghị định 118/2025/NĐ-CP, hiệu lực 01/7/2025',
  }),
  basis({ ...amended118, id: 'nd-118-2025-3-9', article: 'Điều 3 khoản 9' }),
  basis({ ...amended118, id: 'nd-118-2025-4-2a', article: 'Điều 4 khoản 2a' }),
  basis({ ...amended118, id: 'nd-118-2025-4-2b', article: 'Điều 4 khoản 2b' }),
  basis({
    ...first118,
    id: 'nd-118-2025-5',
    article: 'Điều 5',
    mark: 'M',
    source: 'Chỉ đọc được tên điều và ý đầu',
  }),
  basis({ ...amended118, id: 'nd-118-2025-9-2', article: 'Điều 9 khoản 2 điểm đ' }),
  basis({ ...amended118, id: 'nd-118-2025-10-3', article: 'Điều 10 khoản 3' }),
  basis({ ...amended118, id: 'nd-118-2025-11-8', article: 'Điều 11 khoản 8' }),
  basis({ ...amended118, id: 'nd-118-2025-17-2', article: 'Điều 17 khoản 2 điểm a' }),
  basis({ ...amended118, id: 'nd-118-2025-17-3', article: 'Điều 17 khoản 3' }),
  basis({ ...amended118, id: 'nd-118-2025-18-2', article: 'Điều 18 khoản 2' }),
  basis({
    ...first118,
    id: 'nd-118-2025-24',
    article: 'Điều 24',
    mark: 'M',
    source: 'Chỉ đọc được tên điều',
  }),
  basis({
    ...first118,
    id: 'nd-118-2025-28',
    article: 'Điều 28',
    mark: 'M',
    source: 'Chỉ đọc được khoản 4 theo Nghị định 309/2026/NĐ-CP; các khoản khác cần kiểm tra lại',
  }),
  basis({
    ...of63,
    id: 'nd-63-2010-8',
    article: 'Điều 8',
    from: '2010-10-14',
    mark: 'M',
    source: fromMemory,
  }),
  basis({ ...amended63, id: 'nd-63-2010-15', article: 'Điều 15' }),
  basis({ ...amended63, id: 'nd-63-2010-17', article: 'Điều 17' }),
  basis({ ...unchanged63, id: 'nd-63-2010-18-5', article: 'Điều 18 khoản 5' }),
  basis({ ...unchanged63, id: 'nd-63-2010-18-6', article: 'Điều 18 khoản 6' }),
  basis({ ...unchanged63, id: 'nd-63-2010-18-8', article: 'Điều 18 khoản 8' }),
  basis({
    id: 'nd-20-2008',
    title: [
      'Nghị định 20/2008/NĐ-CP về tiếp nhận, xử lý phản ánh, kiến nghị',
      'Decree 20/2008/NĐ-CP on receiving and handling feedback',
    ],
    number: '20/2008/NĐ-CP',
    from: '2008-02-14',
    mark: 'M',
    source: fromMemory,
  }),
  basis({
    id: 'tt-02-2017',
    title: [
      'Thông tư 02/2017/TT-VPCP hướng dẫn nghiệp vụ kiểm soát thủ tục hành chính',
      'Circular 02/2017/TT-VPCP on the practice of procedure control',
    ],
    number: '02/2017/TT-VPCP',
    article: 'Chương VII',
    from: '2017-12-15',
    mark: 'M',
    source: 'Chỉ đọc được phần dẫn chiếu; ngày hiệu lực cần kiểm tra lại',
  }),
  basis({
    id: 'tt-01-2018',
    title: [
      'Thông tư 01/2018/TT-VPCP về đánh giá việc giải quyết thủ tục hành chính',
      'Circular 01/2018/TT-VPCP on evaluating the handling of procedures',
    ],
    number: '01/2018/TT-VPCP',
    article: 'Chương III',
    from: '2018-11-23',
    until: '2025-07-01',
    replacedBy: ['nd-118-2025-28'],
    mark: 'M',
    source: 'Khung một cửa năm 2018 được thay bằng Nghị định 118/2025/NĐ-CP; điều khoản bãi bỏ chưa đọc',
  }),
  basis({
    id: 'tt-03-2025',
    title: [
      'Thông tư 03/2025/TT-VPCP hướng dẫn cơ chế một cửa',
      'Circular 03/2025/TT-VPCP guiding the one-stop shop',
    ],
    number: '03/2025/TT-VPCP',
    article: 'Phụ lục I',
    from: '2025-09-15',
    mark: 'V',
    source: 'Các Mẫu số 01 đến 07, áp dụng từ ngày 15/9/2025',
  }),
  basis({
    id: 'nd-45-2020',
    title: [
      'Nghị định 45/2020/NĐ-CP về thủ tục hành chính trên môi trường điện tử (sửa đổi bởi Nghị định 310/2026/NĐ-CP)',
      'Decree 45/2020/NĐ-CP on electronic procedures (amended by Decree 310/2026/NĐ-CP)',
    ],
    number: '45/2020/NĐ-CP',
    from: '2020-05-22',
    mark: 'M',
    source: 'Chỉ đọc được tên nghị định sửa đổi; ngày hiệu lực cần kiểm tra lại',
  }),
  basis({
    id: 'qd-766-2022',
    title: [
      'Quyết định 766/QĐ-TTg ngày 23/6/2022 về Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ',
      'Decision 766/QĐ-TTg of 23 June 2022 on the service quality index',
    ],
    number: '766/QĐ-TTg',
    from: '2022-06-23',
    mark: 'M',
    source: 'Đã biết số, ngày; nội dung chi tiết của bộ chỉ số cần kiểm tra lại',
  }),
];
