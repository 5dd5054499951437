import type { ErrorKey } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import { byLine, type ImportReport } from '../organisation/import-report.ts';
import { isInForce, overlaps, type Unit } from '../organisation/unit.ts';
import type { UserRow } from './import-users.ts';
import { readUserRows, type StatedUser } from './read-user-rows.ts';
import type { Role } from './role.ts';

export type Account = {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly unitId: string | null;
};

export type RoleGrant = {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
};

export type UserImport = {
  readonly accounts: readonly Account[];
  readonly grants: readonly RoleGrant[];
  readonly units: readonly Unit[];
  readonly rows: readonly UserRow[];
  /** May the acting administrator give roles over this unit (null: the whole system)? */
  readonly mayGrant: (unitId: string | null) => boolean;
  readonly newId: () => string;
};

export type UserImportPlan = {
  readonly createAccounts: readonly Account[];
  readonly updateAccounts: readonly Account[];
  readonly createGrants: readonly RoleGrant[];
  readonly updateGrants: readonly RoleGrant[];
  readonly report: ImportReport;
};

type Change = 'created' | 'updated' | 'unchanged';
type Fault = { readonly reason: ErrorKey; readonly details: ErrorDetails };

/**
 * What a user file changes. A row is one role of the person with its user name, over the unit that has its code on
 * the role's first day; a role of the same kind over the same unit whose interval shares a day with it takes its
 * dates. The first row of a person says the name, address and workplace. The same file again changes nothing.
 */
export function planUserImport(input: UserImport): UserImportPlan {
  const { stated, rejected } = readUserRows(input.rows);
  const unitsByCode = Map.groupBy(input.units, ({ code }) => code);
  const known = new Map(input.accounts.map((account) => [account.username.toLowerCase(), account]));
  const grantsOf = Map.groupBy(input.grants, ({ accountId }) => accountId);
  const people = new Map<string, { row: StatedUser; account: Account; change: Change }>();
  const grants = new Map<string, { grant: RoleGrant; change: Change }>();
  const counts = { created: 0, updated: 0, unchanged: 0 };

  const place = (row: StatedUser): { unitId: string | null } | Fault => {
    const { unitCode, validFrom } = row;
    const unit = (unitsByCode.get(unitCode) ?? []).find((one) => isInForce(one, validFrom));
    if (unitCode !== '' && !unit)
      return { reason: 'access.unit-unknown', details: { code: unitCode.slice(0, 20), date: validFrom } };
    const unitId = unit?.id ?? null;
    const before = known.get(row.username);
    const isMine = input.mayGrant(unitId) && (!before || input.mayGrant(before.unitId));
    return isMine ? { unitId } : { reason: 'access.outside-your-units', details: { username: row.username } };
  };

  const settlePerson = (row: StatedUser, unitId: string | null) => {
    const { username, fullName, email } = row;
    const before = known.get(username);
    const account = { id: before?.id ?? input.newId(), username, fullName, email, unitId };
    return { row, account, change: changeOf(before, account, ['fullName', 'email', 'unitId']) };
  };

  for (const row of stated) {
    const { line, username, role, validFrom, validUntil } = row;
    const refuse = (fault: Fault) => rejected.push({ line, ...fault });
    const placed = place(row);
    if ('reason' in placed) {
      refuse(placed);
      continue;
    }
    const { unitId } = placed;
    const seen = people.get(username);
    if (seen && (seen.row.fullName !== row.fullName || seen.row.email !== row.email)) {
      refuse({ reason: 'access.username-of-another', details: { username, first: seen.row.line } });
      continue;
    }
    const person = seen ?? settlePerson(row, unitId);
    const interval = { validFrom, validUntil };
    const before = (grantsOf.get(person.account.id) ?? []).find(
      (grant) => grant.role === role && grant.unitId === unitId && overlaps(grant, interval),
    );
    const key = before?.id ?? `${username} ${role} ${unitId} ${validFrom}`;
    if (grants.has(key)) {
      refuse({ reason: 'access.grant-repeated', details: { username } });
      continue;
    }
    const grant = {
      id: before?.id ?? input.newId(),
      accountId: person.account.id,
      role,
      unitId,
      ...interval,
    };
    const change = changeOf(before, grant, ['validFrom', 'validUntil']);
    grants.set(key, { grant, change });
    people.set(username, person);
    counts[change === 'unchanged' && !seen ? person.change : change] += 1;
  }

  const accountsThat = (change: Change) =>
    [...people.values()].flatMap((person) => (person.change === change ? [person.account] : []));
  const grantsThat = (change: Change) =>
    [...grants.values()].flatMap((found) => (found.change === change ? [found.grant] : []));
  return {
    createAccounts: accountsThat('created'),
    updateAccounts: accountsThat('updated'),
    createGrants: grantsThat('created'),
    updateGrants: grantsThat('updated'),
    report: { read: input.rows.length, ...counts, rejected: rejected.sort(byLine), warnings: [] },
  };
}

function changeOf<Row extends object>(
  before: Row | undefined,
  after: Row,
  fields: readonly (keyof Row)[],
): Change {
  if (before === undefined) return 'created';
  return fields.every((field) => before[field] === after[field]) ? 'unchanged' : 'updated';
}
