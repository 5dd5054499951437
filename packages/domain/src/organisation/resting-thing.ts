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
  form_draft: 'drafts',
  list_import: 'imports',
  answer: 'inspections',
  change_feed: 'inspections',
  command_receipt: 'inspections',
  conclusion: 'inspections',
  corrective_action: 'inspections',
  corrective_action_answer: 'inspections',
  corrective_action_draft: 'inspections',
  dossier_sample: 'inspections',
  evidence: 'inspections',
  field_command: 'inspections',
  finding: 'inspections',
  finding_revision: 'inspections',
  quarantined_command: 'inspections',
  round: 'inspections',
  round_member: 'inspections',
  visit: 'inspections',
  recorded_by_mistake: 'mistakes',
} as const;

type RestingThing = (typeof things)[keyof typeof things];

/** That the table is known to hold what may rest on an import. */
export function isNamedResting(table: string): table is keyof typeof things {
  return Object.hasOwn(things, table);
}

/** What rests on a row, in few words, by its table. */
export function restingThing(table: string): RestingThing | 'something' {
  return isNamedResting(table) ? things[table] : 'something';
}
