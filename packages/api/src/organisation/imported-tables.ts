import type { changedThings } from '@kycuong/domain/organisation/list-import.ts';

/** The table of each thing that imports make or change. */
export const importedTables: Readonly<Record<(typeof changedThings)[number], string>> = {
  unit: 'unit',
  lineage: 'unit_lineage',
  account: 'account',
  role: 'role_grant',
};
