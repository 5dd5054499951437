const things = {
  unit: 'units',
  unit_lineage: 'lineage',
  account: 'accounts',
  role_grant: 'roles',
  acts: 'acts',
  trail_entry: 'trail',
  security_event: 'sign-ins',
  session: 'sign-ins',
  known_browser: 'sign-ins',
  second_factor: 'sign-ins',
  recovery_code: 'sign-ins',
  device: 'devices',
  device_account: 'devices',
  device_wipe: 'devices',
  quality_system: 'quality',
  quality_event: 'quality',
  internal_audit: 'quality',
  management_review: 'quality',
  list_import: 'imports',
  recorded_by_mistake: 'mistakes',
} as const;

export type RestingThing = (typeof things)[keyof typeof things] | 'inspections';

/** What rests on a row, in few words, by its table. What is not named belongs to an inspection. */
export function restingThing(table: string): RestingThing {
  return Object.entries(things).find(([name]) => name === table)?.[1] ?? 'inspections';
}
