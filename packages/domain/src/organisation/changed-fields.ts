import type { ChangedThing } from './list-import.ts';

/** What people are shown of each kind of row, by its column. */
const shown = {
  unit: ['name', 'code', 'kind', 'parent_id', 'valid_from', 'valid_until', 'identity_id'],
  lineage: ['on_date', 'decision', 'continues'],
  account: ['full_name', 'username', 'email', 'unit_id'],
  role: ['role', 'unit_id', 'valid_from', 'valid_until'],
} as const satisfies Record<ChangedThing, readonly string[]>;

export type ShownField = (typeof shown)[ChangedThing][number];

/** A field of a changed row as it was and is; null: empty, or not there. */
export interface ChangedField {
  readonly field: ShownField;
  readonly before: string | null;
  readonly after: string | null;
}

type State = Readonly<Record<string, unknown>> | null;

function textOf(state: State, field: string): string | null {
  const value = state?.[field];
  return value === null || value === undefined ? null : String(value);
}

/** The fields that differ, of those that people are shown. Whose unit it is says something only where that changes. */
export function changedFields(what: ChangedThing, before: State, after: State): readonly ChangedField[] {
  return shown[what]
    .map((field) => ({ field, before: textOf(before, field), after: textOf(after, field) }))
    .filter(
      (one) =>
        one.before !== one.after && !(one.field === 'identity_id' && (before === null || after === null)),
    );
}
