import type { LegalBasis } from '../../legal-basis.ts';
import { basis } from './basis.ts';

const codified = 'Bộ pháp điển: số và ngày hiệu lực';
const amendment = 'Luật 136/2025/QH15, dẫn trong các Nghị định 154, 155, 156/2026/NĐ-CP; hiệu lực 01/7/2026';

const of124 = { number: '124/2020/NĐ-CP', article: 'Điều 16 khoản 1' } as const;

/** Reception of citizens, complaints, denunciations; corruption prevention; openness inside the unit. */
export const citizenBases: readonly LegalBasis[] = [
  basis({
    id: 'luat-pctn-2018',
    title: ['Luật Phòng, chống tham nhũng năm 2018', 'Anti-Corruption Law 2018'],
    number: '36/2018/QH14',
    from: '2019-07-01',
    until: '2026-07-01',
    replacedBy: ['luat-pctn-2026'],
    mark: 'V',
    source: codified,
  }),
  basis({
    id: 'luat-pctn-2026',
    title: [
      'Luật Phòng, chống tham nhũng số 36/2018/QH14, sửa đổi bởi Luật 81/2025/QH15 và Luật 132/2025/QH15',
      'Anti-Corruption Law 36/2018/QH14, amended by Laws 81/2025/QH15 and 132/2025/QH15',
    ],
    number: '36/2018/QH14',
    from: '2026-07-01',
    mark: 'V',
    source: 'Luật 132/2025/QH15, hiệu lực 01/7/2026',
  }),
  basis({
    id: 'nd-59-2019',
    title: [
      'Nghị định 59/2019/NĐ-CP quy định chi tiết Luật Phòng, chống tham nhũng',
      'Decree 59/2019/NĐ-CP detailing the Anti-Corruption Law',
    ],
    number: '59/2019/NĐ-CP',
    from: '2019-08-15',
    mark: 'V',
    source: `${codified}; việc sửa đổi theo Luật 132/2025/QH15 cần kiểm tra lại`,
  }),
  basis({
    id: 'luat-dan-chu-2022',
    title: ['Luật Thực hiện dân chủ ở cơ sở năm 2022', 'Law on Grassroots Democracy 2022'],
    number: '10/2022/QH15',
    from: '2023-07-01',
    mark: 'V',
    source: codified,
  }),
  basis({
    id: 'luat-tiep-cong-dan',
    title: ['Luật Tiếp công dân năm 2013', 'Law on Citizen Reception 2013'],
    number: '42/2013/QH13',
    from: '2014-07-01',
    until: '2026-07-01',
    replacedBy: ['luat-tiep-cong-dan-2026'],
    mark: 'V',
    source: codified,
  }),
  basis({
    id: 'luat-tiep-cong-dan-2026',
    title: [
      'Luật Tiếp công dân số 42/2013/QH13, sửa đổi bởi Luật 136/2025/QH15',
      'Law on Citizen Reception 42/2013/QH13, amended by Law 136/2025/QH15',
    ],
    number: '42/2013/QH13',
    from: '2026-07-01',
    mark: 'V',
    source: amendment,
  }),
  basis({
    id: 'nd-64-2014',
    title: [
      'Nghị định 64/2014/NĐ-CP quy định chi tiết Luật Tiếp công dân',
      'Decree 64/2014/NĐ-CP detailing the Law on Citizen Reception',
    ],
    number: '64/2014/NĐ-CP',
    from: '2014-08-15',
    until: '2026-07-01',
    replacedBy: ['nd-154-2026'],
    mark: 'V',
    source: `${codified}; hết hiệu lực theo Nghị định 154/2026/NĐ-CP`,
  }),
  basis({
    id: 'nd-154-2026',
    title: [
      'Nghị định 154/2026/NĐ-CP quy định chi tiết Luật Tiếp công dân',
      'Decree 154/2026/NĐ-CP detailing the Law on Citizen Reception',
    ],
    number: '154/2026/NĐ-CP',
    article: 'Điều 10, Điều 25, Điều 27',
    from: '2026-07-01',
    mark: 'V',
    source: 'Nghị định 154/2026/NĐ-CP ngày 15/5/2026, hiệu lực 01/7/2026',
  }),
  basis({
    id: 'luat-khieu-nai',
    title: ['Luật Khiếu nại năm 2011', 'Law on Complaints 2011'],
    number: '02/2011/QH13',
    from: '2012-07-01',
    until: '2026-07-01',
    replacedBy: ['luat-khieu-nai-2026'],
    mark: 'V',
    source: codified,
  }),
  basis({
    id: 'luat-khieu-nai-2026',
    title: [
      'Luật Khiếu nại số 02/2011/QH13, sửa đổi bởi Luật 136/2025/QH15',
      'Law on Complaints 02/2011/QH13, amended by Law 136/2025/QH15',
    ],
    number: '02/2011/QH13',
    from: '2026-07-01',
    mark: 'V',
    source: amendment,
  }),
  basis({
    ...of124,
    id: 'nd-124-2020-16-1',
    title: [
      'Nghị định 124/2020/NĐ-CP quy định chi tiết Luật Khiếu nại',
      'Decree 124/2020/NĐ-CP detailing the Law on Complaints',
    ],
    from: '2020-12-10',
    until: '2026-07-01',
    replacedBy: ['nd-155-2026-10'],
    mark: 'M',
    source: 'Nghị định ngày 19/10/2020; lời văn trước khi sửa đổi và ngày bắt đầu hiệu lực cần kiểm tra lại',
  }),
  // Named by published lines for the decree that amends: the provision itself is in the decree that it amends.
  basis({
    ...of124,
    id: 'nd-155-2026-10',
    title: [
      'Nghị định 124/2020/NĐ-CP quy định chi tiết Luật Khiếu nại, sửa đổi bởi Nghị định 155/2026/NĐ-CP',
      'Decree 124/2020/NĐ-CP detailing the Law on Complaints, amended by Decree 155/2026/NĐ-CP',
    ],
    from: '2026-07-01',
    mark: 'V',
    source: 'Nghị định 155/2026/NĐ-CP ngày 15/5/2026, Điều 10, hiệu lực 01/7/2026',
  }),
  basis({
    id: 'luat-to-cao',
    title: ['Luật Tố cáo năm 2018', 'Law on Denunciations 2018'],
    number: '25/2018/QH14',
    from: '2019-01-01',
    until: '2026-07-01',
    replacedBy: ['luat-to-cao-2026'],
    mark: 'V',
    source: codified,
  }),
  basis({
    id: 'luat-to-cao-2026',
    title: [
      'Luật Tố cáo số 25/2018/QH14, sửa đổi bởi Luật 136/2025/QH15',
      'Law on Denunciations 25/2018/QH14, amended by Law 136/2025/QH15',
    ],
    number: '25/2018/QH14',
    from: '2026-07-01',
    mark: 'V',
    source: amendment,
  }),
  basis({
    id: 'nd-31-2019',
    title: [
      'Nghị định 31/2019/NĐ-CP quy định chi tiết Luật Tố cáo',
      'Decree 31/2019/NĐ-CP detailing the Law on Denunciations',
    ],
    number: '31/2019/NĐ-CP',
    from: '2019-05-28',
    until: '2026-07-01',
    replacedBy: ['nd-156-2026'],
    mark: 'V',
    source: `${codified}; sửa đổi bởi Nghị định 156/2026/NĐ-CP từ 01/7/2026`,
  }),
  basis({
    id: 'nd-156-2026',
    title: [
      'Nghị định 156/2026/NĐ-CP sửa đổi Nghị định 31/2019/NĐ-CP về tố cáo',
      'Decree 156/2026/NĐ-CP amending Decree 31/2019/NĐ-CP on denunciations',
    ],
    number: '156/2026/NĐ-CP',
    from: '2026-07-01',
    mark: 'V',
    source: 'Nghị định 156/2026/NĐ-CP ngày 15/5/2026, hiệu lực 01/7/2026',
  }),
];
