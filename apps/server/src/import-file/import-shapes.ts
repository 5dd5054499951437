import type { TableShape } from '@kycuong/db/organisation/read-table.ts';
import { optionalUserColumns, userColumns } from '@kycuong/domain/access/import-users.ts';
import { lineageColumns, optionalUnitColumns, unitColumns } from '@kycuong/domain/organisation/import-row.ts';

/** How the file of each list is read. */
export const importShapes = {
  units: { required: unitColumns, optional: optionalUnitColumns },
  lineage: { required: lineageColumns },
  users: { required: userColumns, optional: optionalUserColumns },
} as const satisfies Record<string, TableShape<string, string>>;

export type ImportList = keyof typeof importShapes;

export function isImportList(name: string): name is ImportList {
  return Object.hasOwn(importShapes, name);
}
