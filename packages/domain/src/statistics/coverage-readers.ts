import type { Role } from '../access/role.ts';

/** Who reads how many units have declared; the head of an agency sees the standing of their own alone. */
export const coverageReaders = [
  'leadership',
  'programme-office',
  'quality-office',
  'administrator',
] as const satisfies readonly Role[];
