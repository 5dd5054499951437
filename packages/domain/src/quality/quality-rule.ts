import type { SourceMark } from '../calendar/source-mark.ts';

/** The rules by which the status of a quality system is told, with what they rest on. */
export const qualityRules = {
  stage: {
    vi: 'Giai đoạn theo các bước đã ghi nhận: xây dựng, áp dụng, công bố',
    en: 'The stage follows from the recorded steps: build, apply, declare',
    source: 'Quyết định 19/2014/QĐ-TTg, Điều 4',
    mark: 'V',
  },
  declared: {
    vi: 'Người đứng đầu đã công bố hệ thống phù hợp tiêu chuẩn',
    en: 'The head has declared that the system conforms to the standard',
    source: 'Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 3',
    mark: 'V',
  },
  'scope-current': {
    vi: 'Phạm vi công bố còn đúng; đổi phạm vi thì phải công bố lại',
    en: 'The declared scope still holds; a changed scope must be declared again',
    source: 'Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm c',
    mark: 'V',
  },
  'audit-yearly': {
    vi: 'Có đánh giá nội bộ trong 12 tháng',
    en: 'There was an internal audit within 12 months',
    source:
      'Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm b (ít nhất một năm một lần); tính 12 tháng liền là cách hiểu của tỉnh',
    mark: 'P',
  },
  'review-yearly': {
    vi: 'Có xem xét của lãnh đạo trong 12 tháng',
    en: 'There was a management review within 12 months',
    source:
      'Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm b (ít nhất một năm một lần); tính 12 tháng liền là cách hiểu của tỉnh',
    mark: 'P',
  },
  closed: {
    vi: 'Công bố đã chấm dứt',
    en: 'The declaration has been closed',
    source: 'Quyết định 19/2014/QĐ-TTg',
    mark: 'M',
  },
  'unit-ended': {
    vi: 'Đơn vị đã công bố không còn sau sắp xếp; đơn vị mới phải công bố lại',
    en: 'The unit that declared ended in a reorganisation; its successor must declare anew',
    source: 'Suy từ Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm c; thông lệ của tỉnh',
    mark: 'P',
  },
} as const satisfies Record<string, { vi: string; en: string; source: string; mark: SourceMark }>;

export type QualityRule = keyof typeof qualityRules;
