import * as z from 'zod/mini';

/** Đạt · Đạt một phần · Chưa đạt · Không áp dụng. */
export const conformities = ['conform', 'partial', 'nonconform', 'not-applicable'] as const;
export const Conformity = z.enum(conformities);
export type Conformity = z.infer<typeof Conformity>;
