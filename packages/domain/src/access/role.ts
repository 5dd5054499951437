import type { UnitKind } from '../organisation/unit-kind.ts';

/** What a person may be, always over one unit and all that stands below it. */
export const roles = [
  'administrator',
  'leadership',
  'programme-office',
  'quality-office',
  'inspector',
  'agency-head',
] as const;
export type Role = (typeof roles)[number];

/** What is held over a province, or over each of several; never over less. */
const provincialRoles: readonly Role[] = ['leadership', 'programme-office', 'quality-office'];
const provinceKinds: readonly UnitKind[] = ['tinh', 'thanh-pho-tw'];

/** Whether a role may be held over a unit of this kind (in the database: `is_held_there`). */
export function isHeldOver(role: Role, kind: UnitKind): boolean {
  return !provincialRoles.includes(role) || provinceKinds.includes(kind);
}

/** What a person is in one inspection round (ISO 19011: audit team leader, member). */
export const teamRoles = ['leader', 'secretary', 'member'] as const;
export type TeamRole = (typeof teamRoles)[number];
