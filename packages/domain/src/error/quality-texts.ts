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
  'quality.effect-missing': {
    vi: 'Người đứng đầu chưa xác nhận hiệu lực của hệ thống.',
    en: 'The head has not confirmed that the system is effective.',
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
  'quality.cannot-declare': {
    vi: 'Chưa đủ điều kiện công bố.',
    en: 'The conditions for declaring are not met yet.',
  },
  'quality.in-the-future': {
    vi: 'Chỉ ghi nhận việc đã diễn ra.',
    en: 'Only what has already taken place can be recorded.',
  },
  'quality.before-start': {
    vi: 'Ngày này trước ngày bắt đầu xây dựng hệ thống ({{startedOn}}).',
    en: 'This is before the day on which the system was started ({{startedOn}}).',
  },
  'quality.unit-not-in-force': {
    vi: 'Đơn vị không có hiệu lực vào ngày này.',
    en: 'The unit is not in force on this day.',
  },
  'quality.edition-not-in-force': {
    vi: 'Phiên bản tiêu chuẩn này không có hiệu lực vào ngày bắt đầu.',
    en: 'This edition of the standard is not in force on the starting day.',
  },
  'quality.edition-unknown': {
    vi: 'Không có phiên bản tiêu chuẩn này.',
    en: 'There is no such edition of the standard.',
  },
  'statistics.unit-code-unknown': {
    vi: 'Không có đơn vị nào mang mã {{code}} vào ngày {{asOf}}.',
    en: 'No unit had the code {{code}} on {{asOf}}.',
  },
  'statistics.earlier-unit-unknown': {
    vi: 'Trước ngày {{asOf}} không có đơn vị nào mang mã {{code}} đã kết thúc.',
    en: 'No unit with the code {{code}} ended before {{asOf}}.',
  },
  'audit.auditor-needed': {
    vi: 'Ghi ít nhất một đánh giá viên.',
    en: 'Name at least one auditor.',
  },
  'audit.not-impartial': {
    vi: 'Xác nhận không ai đánh giá công việc của chính mình.',
    en: 'Confirm that nobody audited their own work.',
  },
} as const;
