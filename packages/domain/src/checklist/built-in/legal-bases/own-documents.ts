import type { LegalBasis } from '../../legal-basis.ts';
import { basis } from './basis.ts';

const own = {
  number: null,
  from: '2025-07-01',
  mark: 'P',
  source: 'Văn bản riêng của từng đơn vị; ghi số, ngày khi kiểm tra',
} as const;

/** What a unit has given itself. */
export const ownDocuments: readonly LegalBasis[] = [
  basis({
    ...own,
    id: 'noi-quy-co-quan',
    title: ['Nội quy, quy chế làm việc của đơn vị', 'House rules and work regulation of the unit'],
  }),
  basis({
    ...own,
    id: 'quy-che-mot-cua',
    title: ['Quy chế hoạt động của Bộ phận Một cửa', 'Operating regulation of the one-stop shop'],
  }),
  basis({
    ...own,
    id: 'thong-bao-ket-luan',
    title: ['Thông báo kết luận kiểm tra lần trước', 'Conclusion notice of the previous inspection'],
  }),
];
