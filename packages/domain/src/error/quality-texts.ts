/** Messages of the quality systems, their audits and reviews. */
export const qualityTexts = {
  'quality.not-applied': {
    vi: 'Hệ thống chưa được áp dụng nên chưa thể công bố.',
    en: 'The system is not in use yet, so it cannot be declared.',
  },
  'quality.audit-missing': {
    vi: 'Chưa có đánh giá nội bộ nào từ khi áp dụng.',
    en: 'There has been no internal audit since the system came into use.',
  },
  'quality.review-missing': {
    vi: 'Chưa có xem xét của lãnh đạo nào từ khi áp dụng.',
    en: 'There has been no management review since the system came into use.',
  },
  'quality.major-open': {
    vi: 'Còn điểm không phù hợp nặng chưa khắc phục xong.',
    en: 'A major nonconformity is still open.',
  },
  'quality.step-done': {
    vi: 'Bước này đã được ghi nhận.',
    en: 'This step has been recorded already.',
  },
  'quality.not-declared': {
    vi: 'Hệ thống chưa công bố hoặc đã chấm dứt.',
    en: 'The system has not been declared, or it is closed.',
  },
  'quality.nothing-to-close': {
    vi: 'Không có hệ thống nào đang hoạt động để chấm dứt.',
    en: 'There is no running system to close.',
  },
  'audit.auditor-needed': {
    vi: 'Cần ít nhất một đánh giá viên.',
    en: 'Name at least one auditor.',
  },
  'audit.not-impartial': {
    vi: 'Cần xác nhận không ai đánh giá công việc của chính mình.',
    en: 'Confirm that nobody audited their own work.',
  },
} as const;
