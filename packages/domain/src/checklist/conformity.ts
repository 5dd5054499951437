/** Đạt · Đạt một phần · Chưa đạt · Không áp dụng. */
export const conformities = ['conform', 'partial', 'nonconform', 'not-applicable'] as const;
export type Conformity = (typeof conformities)[number];
