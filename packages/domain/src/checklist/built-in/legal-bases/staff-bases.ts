import type { LegalBasis } from '../../legal-basis.ts';
import { basis, type Title } from './basis.ts';

const fromMemory = 'Ghi theo trí nhớ; số, ngày, hiệu lực cần kiểm tra lại';
const notReadAgain = 'Đã biết số, ngày; chưa đối chiếu lại toàn văn';
const decree234: Title = [
  'Nghị định 234/2026/NĐ-CP về kỷ luật viên chức',
  'Decree 234/2026/NĐ-CP on the discipline of public employees',
];
const of234 = {
  title: decree234,
  number: '234/2026/NĐ-CP',
  from: '2026-07-01',
  mark: 'V',
  source: 'Nghị định 234/2026/NĐ-CP',
} as const;

/** Working time, conduct, discipline and rating of those who work in state agencies. */
export const staffBases: readonly LegalBasis[] = [
  basis({
    id: 'ct-26-2016',
    title: [
      'Chỉ thị 26/CT-TTg ngày 05/9/2016 về tăng cường kỷ luật, kỷ cương hành chính',
      'Directive 26/CT-TTg of 5 September 2016 on administrative discipline',
    ],
    number: '26/CT-TTg',
    from: '2016-09-05',
    mark: 'M',
    source: notReadAgain,
  }),
  basis({
    id: 'cd-280-2023',
    title: [
      'Công điện 280/CĐ-TTg ngày 19/4/2023 về chấn chỉnh trách nhiệm xử lý công việc',
      'Official telegram 280/CĐ-TTg of 19 April 2023 on responsibility in handling work',
    ],
    number: '280/CĐ-TTg',
    from: '2023-04-19',
    mark: 'M',
    source: notReadAgain,
  }),
  basis({
    id: 'cd-968-2023',
    title: [
      'Công điện 968/CĐ-TTg ngày 16/10/2023 về chấn chỉnh, nâng cao trách nhiệm xử lý công việc',
      'Official telegram 968/CĐ-TTg of 16 October 2023 on responsibility in handling work',
    ],
    number: '968/CĐ-TTg',
    from: '2023-10-16',
    mark: 'M',
    source: notReadAgain,
  }),
  basis({
    id: 'chi-thi-sau-tet',
    title: [
      'Chỉ thị, công điện hằng năm của Thủ tướng Chính phủ sau kỳ nghỉ Tết',
      'Yearly directive of the Prime Minister after the Lunar New Year',
    ],
    number: null,
    from: '2026-01-01',
    mark: 'M',
    source: 'Ban hành hằng năm; ghi số, ngày của năm hiện hành',
  }),
  basis({
    id: 'ct-05-2008',
    title: [
      'Chỉ thị 05/2008/CT-TTg về sử dụng thời giờ làm việc',
      'Directive 05/2008/CT-TTg on the use of working hours',
    ],
    number: '05/2008/CT-TTg',
    from: '2008-01-31',
    mark: 'M',
    source: fromMemory,
  }),
  basis({
    id: 'qd-129-2007',
    title: [
      'Quy chế văn hóa công sở (Quyết định 129/2007/QĐ-TTg)',
      'Regulation on office culture (Decision 129/2007/QĐ-TTg)',
    ],
    number: '129/2007/QĐ-TTg',
    from: '2007-08-02',
    mark: 'M',
    source: fromMemory,
  }),
  basis({
    id: 'qd-03-2007-bnv',
    title: [
      'Quy tắc ứng xử của cán bộ, công chức, viên chức (Quyết định 03/2007/QĐ-BNV)',
      'Code of conduct for officials (Decision 03/2007/QĐ-BNV)',
    ],
    number: '03/2007/QĐ-BNV',
    from: '2007-02-26',
    mark: 'M',
    source: fromMemory,
  }),
  basis({
    id: 'nd-244-2026',
    title: [
      'Nghị định 244/2026/NĐ-CP về phát ngôn và cung cấp thông tin cho báo chí',
      'Decree 244/2026/NĐ-CP on statements and information to the press',
    ],
    number: '244/2026/NĐ-CP',
    from: '2026-07-01',
    mark: 'M',
    source: 'Bản tóm tắt Nghị định 244/2026/NĐ-CP, hiệu lực 01/7/2026; chưa đọc toàn văn',
  }),
  basis({
    id: 'qd-1847-2018',
    title: [
      'Đề án Văn hóa công vụ (Quyết định 1847/QĐ-TTg năm 2018)',
      'Scheme on public-duty culture (Decision 1847/QĐ-TTg of 2018)',
    ],
    number: '1847/QĐ-TTg',
    from: '2018-12-27',
    mark: 'M',
    source: fromMemory,
  }),
  basis({
    id: 'luat-cbcc-2025',
    title: ['Luật Cán bộ, công chức năm 2025', 'Law on Cadres and Civil Servants 2025'],
    number: '80/2025/QH15',
    from: '2025-07-01',
    mark: 'M',
    source: 'Số theo căn cứ của Nghị định 335/2025/NĐ-CP; ngày hiệu lực cần kiểm tra lại',
  }),
  basis({
    id: 'luat-pcthrb-2019-5',
    title: ['Luật Phòng, chống tác hại của rượu, bia năm 2019', 'Law on Preventing Harm from Alcohol 2019'],
    number: '44/2019/QH14',
    article: 'Điều 5',
    from: '2020-01-01',
    mark: 'M',
    source: fromMemory,
  }),
  basis({
    id: 'nd-112-2020',
    title: [
      'Nghị định 112/2020/NĐ-CP về kỷ luật cán bộ, công chức, viên chức',
      'Decree 112/2020/NĐ-CP on the discipline of cadres, civil servants and public employees',
    ],
    number: '112/2020/NĐ-CP',
    from: '2020-09-20',
    // Civil servants left it a year earlier: for them decree 172 holds from its own first day.
    until: '2026-07-01',
    replacedBy: ['nd-172-2025', 'nd-234-2026-8-3', 'nd-234-2026-8-4'],
    mark: 'M',
    source: 'Hết hiệu lực theo Nghị định 234/2026/NĐ-CP; ngày bắt đầu hiệu lực cần kiểm tra lại',
  }),
  basis({
    id: 'nd-172-2025',
    title: [
      'Nghị định 172/2025/NĐ-CP về kỷ luật cán bộ, công chức',
      'Decree 172/2025/NĐ-CP on the discipline of cadres and civil servants',
    ],
    number: '172/2025/NĐ-CP',
    from: '2025-07-01',
    mark: 'V',
    source: 'Nghị định 172/2025/NĐ-CP ngày 30/6/2025; đã đọc Điều 16 (các bước), thời hạn chưa đọc',
  }),
  basis({ ...of234, id: 'nd-234-2026-8-3', article: 'Điều 8 khoản 3' }),
  basis({ ...of234, id: 'nd-234-2026-8-4', article: 'Điều 8 khoản 4' }),
  basis({
    id: 'nd-90-2020',
    title: [
      'Nghị định 90/2020/NĐ-CP về đánh giá, xếp loại cán bộ, công chức, viên chức',
      'Decree 90/2020/NĐ-CP on the rating of cadres, civil servants and public employees',
    ],
    number: '90/2020/NĐ-CP',
    from: '2020-08-20',
    until: '2026-07-01',
    replacedBy: ['nd-335-2025', 'nd-233-2026'],
    mark: 'M',
    source: 'Hết hiệu lực theo Nghị định 233/2026/NĐ-CP; ngày bắt đầu hiệu lực cần kiểm tra lại',
  }),
  basis({
    id: 'nd-335-2025',
    title: [
      'Nghị định 335/2025/NĐ-CP về đánh giá, xếp loại chất lượng công chức',
      'Decree 335/2025/NĐ-CP on the rating of civil servants',
    ],
    number: '335/2025/NĐ-CP',
    from: '2026-01-01',
    mark: 'V',
    source: 'Nghị định 335/2025/NĐ-CP ngày 21/12/2025, hiệu lực 01/01/2026',
  }),
  basis({
    id: 'nd-233-2026',
    title: [
      'Nghị định 233/2026/NĐ-CP về đánh giá, xếp loại viên chức',
      'Decree 233/2026/NĐ-CP on the rating of public employees',
    ],
    number: '233/2026/NĐ-CP',
    from: '2026-07-01',
    mark: 'V',
    source: 'Nghị định 233/2026/NĐ-CP ngày 26/6/2026, hiệu lực 01/7/2026',
  }),
];
