import { optionalUserColumns, userColumns } from '@kycuong/domain/access/import-users.ts';
import { importHeadings } from '@kycuong/domain/organisation/import-headings.ts';
import { lineageColumns, optionalUnitColumns, unitColumns } from '@kycuong/domain/organisation/import-row.ts';
import { wideUnitLists } from '@kycuong/domain/organisation/wide-unit-lists.ts';
import type { TableShape } from './table-shape.ts';

/** How the file of each list is read. */
export const importShapes = {
  units: {
    required: unitColumns,
    optional: optionalUnitColumns,
    headings: importHeadings.units,
    codes: ['code', 'parent_code'],
    others: wideUnitLists,
  },
  lineage: {
    required: lineageColumns,
    headings: importHeadings.lineage,
    codes: ['old_code', 'new_code'],
  },
  users: {
    required: userColumns,
    optional: optionalUserColumns,
    headings: importHeadings.users,
    codes: ['unit_code'],
    days: ['valid_from', 'valid_until'],
  },
} as const satisfies Record<string, TableShape<string, string>>;

export type ImportList = keyof typeof importShapes;

export function isImportList(name: string): name is ImportList {
  return Object.hasOwn(importShapes, name);
}
