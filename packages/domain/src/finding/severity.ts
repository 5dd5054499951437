import * as z from 'zod/mini';

/** Nhắc nhở · chấn chỉnh · kiểm điểm · xem xét kỷ luật, rising. */
export const severities = ['reminder', 'rectification', 'review', 'discipline'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;
