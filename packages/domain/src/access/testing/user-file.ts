import { planUnitImport } from '../../organisation/plan-unit-import.ts';
import type { UserRow } from '../import-users.ts';
import { planUserImport } from '../plan-user-import.ts';
import type { UserImport, UserImportPlan } from '../user-import.ts';

let made = 0;
function newId() {
  made += 1;
  return `id-${made}`;
}
/** Of the files below: a province and one of its communes, since the reform. */
export const units = planUnitImport({
  existing: [],
  rows: [
    { line: 2, values: { code: '37', name: 'Tỉnh Ninh Bình', kind: 'tinh', parent_code: '' } },
    { line: 3, values: { code: '14026', name: 'Xã Cổ Lễ', kind: 'xa', parent_code: '37' } },
  ],
  from: '2025-07-01',
  until: null,
  newId,
}).create;
export const [province, commune] = units.map(({ id }) => id);

/** A line that makes the head of the commune. */
export function row(line: number, change: Partial<UserRow['values']> = {}): UserRow {
  const person = { username: 'chu.tich', full_name: 'Đặng Thị Mẫu', email: 'Mau@vi-du.vn' };
  const role = { unit_code: '14026', role: 'agency-head', valid_from: '2025-07-01', valid_until: '' };
  return { line, values: { ...person, ...role, ...change } };
}
/** What a file changes, brought by one who may all. */
export function run(rows: readonly UserRow[], more: Partial<UserImport> = {}): UserImportPlan {
  const covers = (over: string | null, place: string | null) => over === null || over === place;
  const rights = { mayGrant: () => true, givesPassword: () => true, covers, today: '2026-11-23' };
  return planUserImport({ accounts: [], grants: [], units, rows, ...rights, newId, ...more });
}
export const reasons = ({ report }: UserImportPlan) =>
  report.rejected.map(({ line, reason }) => [line, reason]);
