import type { LegalBasis } from '../../legal-basis.ts';
import { basis } from './basis.ts';

const of30 = {
  title: ['Nghị định 30/2020/NĐ-CP về công tác văn thư', 'Decree 30/2020/NĐ-CP on records work'],
  number: '30/2020/NĐ-CP',
  from: '2020-03-05',
  mark: 'V',
  source: 'Bản pháp điển, Nghị định 30/2020/NĐ-CP',
} as const;

/** Administrative reform, documents, quality systems. */
export const reformBases: readonly LegalBasis[] = [
  basis({
    id: 'nq-76-2021',
    title: [
      'Nghị quyết 76/NQ-CP ngày 15/7/2021 về Chương trình tổng thể cải cách hành chính nhà nước 2021–2030',
      'Resolution 76/NQ-CP of 15 July 2021 on the administrative reform programme 2021–2030',
    ],
    number: '76/NQ-CP',
    from: '2021-07-15',
    mark: 'M',
    source: 'Đã biết số, ngày; chưa đối chiếu toàn văn',
  }),
  basis({ ...of30, id: 'nd-30-2020-5', article: 'Điều 5' }),
  basis({ ...of30, id: 'nd-30-2020-18-1', article: 'Điều 18 khoản 1' }),
  basis({
    id: 'qd-19-2014',
    title: [
      'Quyết định 19/2014/QĐ-TTg về áp dụng TCVN ISO 9001 trong cơ quan hành chính nhà nước',
      'Decision 19/2014/QĐ-TTg on TCVN ISO 9001 in state agencies',
    ],
    number: '19/2014/QĐ-TTg',
    from: '2014-05-18',
    mark: 'V',
    source: 'Bản pháp điển, Quyết định 19/2014/QĐ-TTg, Điều 15',
  }),
  basis({
    id: 'tt-26-2014',
    title: [
      'Thông tư 26/2014/TT-BKHCN quy định chi tiết thi hành Quyết định 19/2014/QĐ-TTg',
      'Circular 26/2014/TT-BKHCN detailing Decision 19/2014/QĐ-TTg',
    ],
    number: '26/2014/TT-BKHCN',
    from: '2014-12-01',
    mark: 'V',
    source: 'Bản pháp điển, Thông tư 26/2014/TT-BKHCN',
  }),
];
