import type { ErrorKey } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import type { RowWarning } from '../organisation/import-report.ts';
import { endsAfter } from './role-days.ts';
import type { Account, RoleGrant, UserChange } from './user-import.ts';
import type { UserRegister } from './user-register.ts';

type Told = readonly [ErrorKey, ErrorDetails];
type NameOf = UserRegister['nameOf'];

/** Told one by one: more is for nobody to read, and a report is kept with its import. */
export const mostTold = 20_000;

/** As many as are told, and how many more there are. */
export function firstOf(told: readonly RowWarning[]): readonly RowWarning[] {
  const next = told[mostTold];
  if (next === undefined) return told;
  const details = { count: told.length - mostTold };
  return [...told.slice(0, mostTold), { line: next.line, code: '', reason: 'access.more-changes', details }];
}

/** Who becomes what, as a person reads it before and after an import; in the order of the changes. */
export function tellUserChanges(
  changes: readonly UserChange[],
  /** By id, as they shall be. */
  people: ReadonlyMap<string, Account>,
  nameOf: NameOf,
): RowWarning[] {
  return changes.flatMap((change) => {
    const told =
      change.kind === 'account'
        ? accountTold(change.before, change.after, nameOf)
        : [...roleTold(change.before, change.after, nameOf)];
    const { username: code = '', fullName } =
      people.get(change.kind === 'account' ? change.after.id : change.after.accountId) ?? {};
    const { line } = change;
    return told.map(([reason, details]) => ({ line, code, reason, details: { fullName, ...details } }));
  });
}

function accountTold(before: Account | null, after: Account, nameOf: NameOf): Told[] {
  if (before === null) return [['access.account-created', {}]];
  const told: Told[] = [];
  if (before.fullName !== after.fullName)
    told.push(['access.renamed', { before: before.fullName, after: after.fullName }]);
  if (before.email !== after.email) told.push(emailTold(before.email, after.email));
  if (before.unitId !== after.unitId) {
    const details = { before: nameOf(before.unitId), after: nameOf(after.unitId) };
    told.push([before.unitId === null ? 'access.workplace-set' : 'access.moved', details]);
  }
  return told;
}

function emailTold(before: string | null, after: string | null): Told {
  if (after === null) return ['access.email-removed', { before: before ?? undefined }];
  return before === null ? ['access.email-set', { after }] : ['access.email-changed', { before, after }];
}

function* roleTold(before: RoleGrant | null, after: RoleGrant, nameOf: NameOf): Iterable<Told> {
  const { validFrom: from } = after;
  const until = after.validUntil ?? undefined;
  const held = { heldRole: after.role, heldOver: nameOf(after.unitId) };
  if (before === null) {
    yield [until === undefined ? 'access.role-given' : 'access.role-given-until', { ...held, from, until }];
    return;
  }
  if (before.validFrom !== from) yield ['access.role-begins', { ...held, from, before: before.validFrom }];
  if (endsAfter(before.validUntil, after.validUntil)) yield ['access.role-ends', { ...held, until }];
  else if (endsAfter(after.validUntil, before.validUntil))
    yield [
      until === undefined ? 'access.role-opened' : 'access.role-prolonged',
      { ...held, until, before: before.validUntil ?? undefined },
    ];
}
