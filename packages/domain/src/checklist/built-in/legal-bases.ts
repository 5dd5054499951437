import type { LegalBasis } from '../legal-basis.ts';

type Title = readonly [vi: string, en: string];

const decree118: Title = [
  'Nghị định 118/2025/NĐ-CP về cơ chế một cửa',
  'Decree 118/2025/NĐ-CP on the one-stop shop',
];
const decree63: Title = [
  'Nghị định 63/2010/NĐ-CP về kiểm soát thủ tục hành chính',
  'Decree 63/2010/NĐ-CP on the control of administrative procedures',
];
const decree234: Title = [
  'Nghị định 234/2026/NĐ-CP về kỷ luật viên chức',
  'Decree 234/2026/NĐ-CP on the discipline of public employees',
];
const amended118 = 'Theo Nghị định 309/2026/NĐ-CP, sửa đổi từ 05/8/2026';
const read118 = 'Nghị định 118/2025/NĐ-CP, hiệu lực 01/7/2025';
const read63 = 'Bản hợp nhất với các Nghị định 48/2013, 92/2017; ngày hiệu lực cần kiểm tra lại';
const fromMemory = 'Ghi theo trí nhớ; số, ngày, hiệu lực cần kiểm tra lại';
const ownDocument = 'Văn bản riêng của từng đơn vị; ghi số, ngày khi kiểm tra';

function basis(
  id: string,
  [title, titleEn]: Title,
  article: string | null,
  effectiveFrom: string,
  mark: LegalBasis['mark'],
  source: string,
): LegalBasis {
  return { id, title, titleEn, article, effectiveFrom, effectiveUntil: null, source, mark };
}

/** The provisions that the built-in checklists rest on. Shipped once; afterwards they are the province's to keep. */
export const builtInLegalBases: readonly LegalBasis[] = [
  basis(
    'ct-26-2016',
    [
      'Chỉ thị 26/CT-TTg ngày 05/9/2016 về tăng cường kỷ luật, kỷ cương hành chính',
      'Directive 26/CT-TTg of 5 September 2016 on administrative discipline',
    ],
    null,
    '2016-09-05',
    'V',
    'Chỉ thị 26/CT-TTg năm 2016',
  ),
  basis(
    'cd-280-2023',
    [
      'Công điện 280/CĐ-TTg ngày 19/4/2023 về chấn chỉnh trách nhiệm xử lý công việc',
      'Official telegram 280/CĐ-TTg of 19 April 2023 on responsibility in handling work',
    ],
    null,
    '2023-04-19',
    'V',
    'Công điện 280/CĐ-TTg năm 2023',
  ),
  basis(
    'cd-968-2023',
    [
      'Công điện 968/CĐ-TTg ngày 16/10/2023 về chấn chỉnh, nâng cao trách nhiệm xử lý công việc',
      'Official telegram 968/CĐ-TTg of 16 October 2023 on responsibility in handling work',
    ],
    null,
    '2023-10-16',
    'V',
    'Công điện 968/CĐ-TTg năm 2023',
  ),
  basis(
    'chi-thi-sau-tet',
    [
      'Chỉ thị, công điện hằng năm của Thủ tướng Chính phủ sau kỳ nghỉ Tết',
      'Yearly directive of the Prime Minister after the Lunar New Year',
    ],
    null,
    '2026-01-01',
    'M',
    'Ban hành hằng năm; ghi số, ngày của năm hiện hành',
  ),
  basis(
    'ct-05-2008',
    [
      'Chỉ thị 05/2008/CT-TTg về sử dụng thời giờ làm việc',
      'Directive 05/2008/CT-TTg on the use of working hours',
    ],
    null,
    '2008-01-31',
    'M',
    fromMemory,
  ),
  basis(
    'qd-129-2007',
    [
      'Quy chế văn hóa công sở (Quyết định 129/2007/QĐ-TTg)',
      'Regulation on office culture (Decision 129/2007/QĐ-TTg)',
    ],
    null,
    '2007-08-02',
    'M',
    fromMemory,
  ),
  basis(
    'qd-03-2007-bnv',
    [
      'Quy tắc ứng xử của cán bộ, công chức, viên chức (Quyết định 03/2007/QĐ-BNV)',
      'Code of conduct for officials (Decision 03/2007/QĐ-BNV)',
    ],
    null,
    '2007-02-26',
    'M',
    fromMemory,
  ),
  basis(
    'qd-1847-2018',
    [
      'Đề án Văn hóa công vụ (Quyết định 1847/QĐ-TTg năm 2018)',
      'Scheme on public-duty culture (Decision 1847/QĐ-TTg of 2018)',
    ],
    null,
    '2018-12-27',
    'M',
    fromMemory,
  ),
  basis(
    'luat-cbcc-2025',
    ['Luật Cán bộ, công chức năm 2025', 'Law on Cadres and Civil Servants 2025'],
    null,
    '2025-07-01',
    'M',
    'Luật ngày 24/6/2025; ngày hiệu lực cần kiểm tra lại',
  ),
  basis(
    'luat-pcthrb-2019-5',
    ['Luật Phòng, chống tác hại của rượu, bia năm 2019', 'Law on Preventing Harm from Alcohol 2019'],
    'Điều 5',
    '2020-01-01',
    'M',
    fromMemory,
  ),
  basis('nd-234-2026-8-3', decree234, 'Điều 8 khoản 3', '2026-07-01', 'V', 'Nghị định 234/2026/NĐ-CP'),
  basis('nd-234-2026-8-4', decree234, 'Điều 8 khoản 4', '2026-07-01', 'V', 'Nghị định 234/2026/NĐ-CP'),
  basis('nd-234-2026-9-3', decree234, 'Điều 9 khoản 3', '2026-07-01', 'V', 'Nghị định 234/2026/NĐ-CP'),
  basis(
    'nd-233-2026',
    [
      'Nghị định 233/2026/NĐ-CP về đánh giá, xếp loại viên chức',
      'Decree 233/2026/NĐ-CP on the rating of public employees',
    ],
    null,
    '2026-07-01',
    'M',
    'Chỉ đọc được tên nghị định; ngày hiệu lực cần kiểm tra lại',
  ),
  basis(
    'luat-pctn-2018',
    ['Luật Phòng, chống tham nhũng năm 2018', 'Anti-Corruption Law 2018'],
    null,
    '2019-07-01',
    'M',
    fromMemory,
  ),
  basis(
    'nd-59-2019',
    [
      'Nghị định 59/2019/NĐ-CP quy định chi tiết Luật Phòng, chống tham nhũng',
      'Decree 59/2019/NĐ-CP detailing the Anti-Corruption Law',
    ],
    null,
    '2019-08-15',
    'M',
    fromMemory,
  ),
  basis(
    'luat-dan-chu-2022',
    ['Luật Thực hiện dân chủ ở cơ sở năm 2022', 'Law on Grassroots Democracy 2022'],
    null,
    '2023-07-01',
    'M',
    fromMemory,
  ),
  basis(
    'luat-tiep-cong-dan',
    ['Luật Tiếp công dân năm 2013', 'Law on Citizen Reception 2013'],
    null,
    '2014-07-01',
    'M',
    fromMemory,
  ),
  basis(
    'luat-khieu-nai',
    ['Luật Khiếu nại năm 2011', 'Law on Complaints 2011'],
    null,
    '2012-07-01',
    'M',
    fromMemory,
  ),
  basis(
    'luat-to-cao',
    ['Luật Tố cáo năm 2018', 'Law on Denunciations 2018'],
    null,
    '2019-01-01',
    'M',
    fromMemory,
  ),
  basis(
    'noi-quy-co-quan',
    ['Nội quy, quy chế làm việc của đơn vị', 'House rules and work regulation of the unit'],
    null,
    '2025-07-01',
    'P',
    ownDocument,
  ),
  basis(
    'quy-che-mot-cua',
    ['Quy chế hoạt động của Bộ phận Một cửa', 'Operating regulation of the one-stop shop'],
    null,
    '2025-07-01',
    'P',
    ownDocument,
  ),
  basis(
    'thong-bao-ket-luan',
    ['Thông báo kết luận kiểm tra lần trước', 'Conclusion notice of the previous inspection'],
    null,
    '2025-07-01',
    'P',
    ownDocument,
  ),

  basis('nd-118-2025', decree118, null, '2025-07-01', 'V', read118),
  basis('nd-118-2025-3-9', decree118, 'Điều 3 khoản 9', '2026-08-05', 'V', amended118),
  basis('nd-118-2025-4-2a', decree118, 'Điều 4 khoản 2a', '2026-08-05', 'V', amended118),
  basis('nd-118-2025-4-2b', decree118, 'Điều 4 khoản 2b', '2026-08-05', 'V', amended118),
  basis('nd-118-2025-5', decree118, 'Điều 5', '2025-07-01', 'M', 'Chỉ đọc được tên điều và ý đầu'),
  basis('nd-118-2025-9-2', decree118, 'Điều 9 khoản 2 điểm đ', '2026-08-05', 'V', amended118),
  basis('nd-118-2025-10-3', decree118, 'Điều 10 khoản 3', '2026-08-05', 'V', amended118),
  basis('nd-118-2025-11-8', decree118, 'Điều 11 khoản 8', '2026-08-05', 'V', amended118),
  basis('nd-118-2025-17-2', decree118, 'Điều 17 khoản 2 điểm a', '2026-08-05', 'V', amended118),
  basis('nd-118-2025-17-3', decree118, 'Điều 17 khoản 3', '2026-08-05', 'V', amended118),
  basis('nd-118-2025-18-2', decree118, 'Điều 18 khoản 2', '2026-08-05', 'V', amended118),
  basis('nd-118-2025-24', decree118, 'Điều 24', '2025-07-01', 'M', 'Chỉ đọc được tên điều'),

  basis('nd-63-2010-8', decree63, 'Điều 8', '2010-10-14', 'M', fromMemory),
  basis('nd-63-2010-17', decree63, 'Điều 17', '2010-10-14', 'M', read63),
  basis('nd-63-2010-18-5', decree63, 'Điều 18 khoản 5', '2010-10-14', 'M', read63),
  basis('nd-63-2010-18-6', decree63, 'Điều 18 khoản 6', '2010-10-14', 'M', read63),
  basis('nd-63-2010-18-8', decree63, 'Điều 18 khoản 8', '2010-10-14', 'M', read63),
  basis(
    'nd-20-2008',
    [
      'Nghị định 20/2008/NĐ-CP về tiếp nhận, xử lý phản ánh, kiến nghị',
      'Decree 20/2008/NĐ-CP on receiving and handling feedback',
    ],
    null,
    '2008-02-14',
    'M',
    fromMemory,
  ),
  basis(
    'tt-02-2017',
    [
      'Thông tư 02/2017/TT-VPCP hướng dẫn nghiệp vụ kiểm soát thủ tục hành chính',
      'Circular 02/2017/TT-VPCP on the practice of procedure control',
    ],
    'Chương VII',
    '2017-12-15',
    'M',
    'Chỉ đọc được phần dẫn chiếu; ngày hiệu lực cần kiểm tra lại',
  ),
  basis(
    'tt-01-2018',
    [
      'Thông tư 01/2018/TT-VPCP về đánh giá việc giải quyết thủ tục hành chính',
      'Circular 01/2018/TT-VPCP on evaluating the handling of procedures',
    ],
    'Chương III',
    '2018-11-23',
    'M',
    'Đã đọc Chương III; ngày hiệu lực và hiệu lực hiện nay cần kiểm tra lại',
  ),
  basis(
    'tt-03-2025',
    [
      'Thông tư 03/2025/TT-VPCP hướng dẫn cơ chế một cửa',
      'Circular 03/2025/TT-VPCP guiding the one-stop shop',
    ],
    'Phụ lục I',
    '2025-09-15',
    'M',
    'Thông tư ngày 15/9/2025; ngày hiệu lực cần kiểm tra lại',
  ),
  basis(
    'nd-45-2020',
    [
      'Nghị định 45/2020/NĐ-CP về thủ tục hành chính trên môi trường điện tử (sửa đổi bởi Nghị định 310/2026/NĐ-CP)',
      'Decree 45/2020/NĐ-CP on electronic procedures (amended by Decree 310/2026/NĐ-CP)',
    ],
    null,
    '2020-05-22',
    'M',
    'Chỉ đọc được tên nghị định sửa đổi; ngày hiệu lực cần kiểm tra lại',
  ),
  basis(
    'qd-766-2022',
    [
      'Quyết định 766/QĐ-TTg ngày 23/6/2022 về Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ',
      'Decision 766/QĐ-TTg of 23 June 2022 on the service quality index',
    ],
    null,
    '2022-06-23',
    'V',
    'Quyết định 766/QĐ-TTg năm 2022',
  ),
  basis(
    'nq-76-2021',
    [
      'Nghị quyết 76/NQ-CP ngày 15/7/2021 về Chương trình tổng thể cải cách hành chính nhà nước 2021–2030',
      'Resolution 76/NQ-CP of 15 July 2021 on the administrative reform programme 2021–2030',
    ],
    null,
    '2021-07-15',
    'V',
    'Nghị quyết 76/NQ-CP năm 2021',
  ),
  basis(
    'qd-19-2014',
    [
      'Quyết định 19/2014/QĐ-TTg về áp dụng TCVN ISO 9001 trong cơ quan hành chính nhà nước',
      'Decision 19/2014/QĐ-TTg on TCVN ISO 9001 in state agencies',
    ],
    null,
    '2014-03-05',
    'M',
    'Quyết định ngày 05/3/2014; ngày hiệu lực cần kiểm tra lại',
  ),
];
