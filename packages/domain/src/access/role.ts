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

/** What a person is in one inspection round (ISO 19011: audit team leader, member). */
export const teamRoles = ['leader', 'secretary', 'member'] as const;
export type TeamRole = (typeof teamRoles)[number];
