/** Nhắc nhở · chấn chỉnh · kiểm điểm · xem xét kỷ luật, rising. */
export const severities = ['reminder', 'rectification', 'review', 'discipline'] as const;
export type Severity = (typeof severities)[number];
