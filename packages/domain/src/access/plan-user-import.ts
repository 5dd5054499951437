import type { PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import { DomainError, type ErrorDetails } from '../error/domain-error.ts';
import { byLine, type ImportReport } from '../organisation/import-report.ts';
import { isInForce, overlaps, type Unit } from '../organisation/unit.ts';
import { roleEnd } from './end-role.ts';
import type { UserRow } from './import-users.ts';
import { readUserRows, type StatedUser } from './read-user-rows.ts';
import { isHeldOver, type Role } from './role.ts';
import { unattended } from './unattended.ts';

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
  /** `absent`: nobody can come in with it, so that it administers nothing. */
  readonly accounts: readonly (Account & { readonly absent?: boolean })[];
  readonly grants: readonly RoleGrant[];
  readonly units: readonly Unit[];
  readonly rows: readonly UserRow[];
  /** Does one role of the acting administrator stand over all the places (null: the whole system)? */
  readonly mayGrant: (...places: readonly (string | null)[]) => boolean;
  /** Does a role over the first place reach the second? */
  readonly covers: (over: string | null, place: string | null) => boolean;
  readonly today: PlainDate;
  readonly newId: () => string;
  /** Does the file bring a first password for a new account? Without one nobody can come in with it. */
  readonly givesPassword: (username: string) => boolean;
  /** Who brings the file: nobody gives a role to themselves. */
  readonly actorId?: string | null;
  /** The lead units of the teams that a person is in. */
  readonly teamUnits?: ReadonlyMap<string, readonly string[]>;
};

/** An account or a role as it was (null: not there) and as it shall be, and the line that says so. */
export type UserChange =
  | {
      readonly line: number;
      readonly kind: 'account';
      readonly before: Account | null;
      readonly after: Account;
    }
  | {
      readonly line: number;
      readonly kind: 'grant';
      readonly before: RoleGrant | null;
      readonly after: RoleGrant;
    };

export type UserImportPlan = {
  /** What is created and updated, one by one and in line order: for the trail. */
  readonly changes: readonly UserChange[];
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
 * dates. The first row of a person says the name, address and workplace. The same file again changes nothing. A row that
 * would leave a place without its last administrator is refused; the file as a whole is looked at, so that a successor
 * may stand in any line.
 */
export function planUserImport(input: UserImport): UserImportPlan {
  return planRows(input, new Map());
}

function planRows(input: UserImport, refused: ReadonlyMap<number, Fault>): UserImportPlan {
  const { stated, rejected } = readUserRows(input.rows);
  const unitsByCode = Map.groupBy(input.units, ({ code }) => code);
  const known = new Map(input.accounts.map((account) => [account.username.toLowerCase(), account]));
  const grantsOf = Map.groupBy(input.grants, ({ accountId }) => accountId);
  const people = new Map<string, { row: StatedUser; account: Account; change: Change }>();
  const grants = new Map<string, { line: number; before?: RoleGrant; grant: RoleGrant; change: Change }>();
  const counts = { created: 0, updated: 0, unchanged: 0 };

  const isSame = ({ fullName, email }: Account, row: StatedUser) =>
    fullName === row.fullName && email === row.email;
  /** Who holds more than the actor administers is neither renamed nor moved by them. */
  const reachesAll = ({ id, unitId }: Account, ...also: readonly (string | null)[]) => {
    const held = (grantsOf.get(id) ?? []).filter(
      ({ validUntil }) => validUntil === null || validUntil >= input.today,
    );
    const teams = input.teamUnits?.get(id) ?? [];
    return input.mayGrant(unitId, ...held.map((grant) => grant.unitId), ...teams, ...also);
  };
  const grantAt = ({ username, role, validFrom, validUntil }: StatedUser, unitId: string | null) =>
    (grantsOf.get(known.get(username)?.id ?? '') ?? []).find(
      (grant) => grant.role === role && grant.unitId === unitId && overlaps(grant, { validFrom, validUntil }),
    );

  const place = (row: StatedUser): { unitId: string | null } | Fault => {
    const { unitCode, validFrom } = row;
    const unit = (unitsByCode.get(unitCode) ?? []).find((one) => isInForce(one, validFrom));
    if (unitCode !== '' && !unit)
      return { reason: 'access.unit-unknown', details: { code: unitCode.slice(0, 20), date: validFrom } };
    if (unit && !isHeldOver(row.role, unit.kind) && !grantAt(row, unit.id))
      return { reason: 'access.role-needs-province', details: {} };
    const unitId = unit?.id ?? null;
    const before = known.get(row.username);
    const workplaces = [before, people.get(row.username)?.account].flatMap((one) =>
      one ? [one.unitId] : [],
    );
    const mayChange =
      !before || isSame(before, row)
        ? input.mayGrant(...workplaces, unitId)
        : reachesAll(before, ...workplaces, unitId);
    return mayChange
      ? { unitId }
      : { reason: 'access.outside-your-units', details: { username: row.username } };
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
    const placed = refused.get(line) ?? place(row);
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
    const there = known.get(username);
    if (!seen && there && person.change === 'updated' && !reachesAll(there, unitId)) {
      refuse({ reason: 'access.outside-your-units', details: { username } });
      continue;
    }
    const from = [validFrom, input.today].sort().at(-1) ?? validFrom;
    const workplace = input.units.find(({ id }) => id === unitId);
    if (!seen && there && there.unitId !== unitId && workplace && !isInForce(workplace, from)) {
      refuse({ reason: 'access.unit-not-in-force', details: { date: from } });
      continue;
    }
    const interval = { validFrom, validUntil };
    const before = grantAt(row, unitId);
    const fault = faultOfDays(before, interval, input.today);
    if (fault !== undefined) {
      refuse(fault);
      continue;
    }
    if (person.account.id === input.actorId && givesMore(before, interval)) {
      refuse({ reason: 'access.own-role', details: {} });
      continue;
    }
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
    grants.set(key, { line, ...(before && { before }), grant, change });
    people.set(username, person);
    counts[change === 'unchanged' && !seen ? person.change : change] += 1;
  }

  const ghosts = [...people.values()].flatMap(({ account, change }) =>
    change === 'created' && !input.givesPassword(account.username) ? [account.id] : [],
  );
  const last = lastAdministrator(input, [...grants.values()], ghosts);
  if (last !== undefined) return planRows(input, new Map([...refused, last]));

  const accountsThat = (change: Change) =>
    [...people.values()].flatMap((person) => (person.change === change ? [person.account] : []));
  const grantsThat = (change: Change) =>
    [...grants.values()].flatMap((found) => (found.change === change ? [found.grant] : []));
  const changes = [
    ...[...people.values()].flatMap(({ row: { line }, account, change }) =>
      change === 'unchanged'
        ? []
        : [
            {
              line,
              kind: 'account',
              before: accountOf(known.get(account.username)),
              after: account,
            } as const,
          ],
    ),
    ...[...grants.values()].flatMap(({ line, before = null, grant, change }) =>
      change === 'unchanged' ? [] : [{ line, kind: 'grant', before, after: grant } as const],
    ),
  ].sort(byLine);
  return {
    changes,
    createAccounts: accountsThat('created'),
    updateAccounts: accountsThat('updated'),
    createGrants: grantsThat('created'),
    updateGrants: grantsThat('updated'),
    report: { read: input.rows.length, ...counts, rejected: rejected.sort(byLine), warnings: [], asked: [] },
  };
}

function accountOf(known: Account | undefined): Account | null {
  if (known === undefined) return null;
  const { id, username, fullName, email, unitId } = known;
  return { id, username, fullName, email, unitId };
}

interface Days {
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
}

/** Days that have passed stay as they were, as where a role is ended by itself. */
function faultOfDays(before: Days | undefined, after: Days, today: PlainDate): Fault | undefined {
  if (before === undefined) return undefined;
  const { validFrom, validUntil } = after;
  if (validFrom > before.validFrom && before.validFrom < today)
    return { reason: 'access.end-in-past', details: {} };
  const ends = validUntil !== null && (before.validUntil === null || validUntil < before.validUntil);
  if (!ends) return undefined;
  try {
    roleEnd(before, validUntil, today);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return { reason: error.key, details: error.details };
    throw error;
  }
}

function givesMore(before: Days | undefined, { validFrom, validUntil }: Days): boolean {
  if (before === undefined || validFrom < before.validFrom) return true;
  return before.validUntil !== null && (validUntil === null || validUntil > before.validUntil);
}

function changeOf<Row extends object>(
  before: Row | undefined,
  after: Row,
  fields: readonly (keyof Row)[],
): Change {
  if (before === undefined) return 'created';
  return fields.every((field) => before[field] === after[field]) ? 'unchanged' : 'updated';
}

interface PlannedGrant {
  readonly line: number;
  readonly before?: RoleGrant;
  readonly grant: RoleGrant;
}

/** The line that takes the last administrator of a place away, and why it is refused. */
function lastAdministrator(
  { accounts, grants, units, covers, today }: UserImport,
  planned: readonly PlannedGrant[],
  ghosts: readonly string[],
): [number, Fault] | undefined {
  const absent = new Set([...accounts.filter((account) => account.absent).map(({ id }) => id), ...ghosts]);
  const administers = ({ role, accountId }: RoleGrant) => role === 'administrator' && !absent.has(accountId);
  const changed = new Map(planned.map(({ grant }) => [grant.id, grant]));
  const before = grants.filter(administers);
  const kept = grants.filter(({ id }) => !changed.has(id));
  const after = [...kept, ...changed.values()].filter(administers);
  const left = unattended({ before, after, today, covers });
  if (left === undefined) return undefined;
  const taken = planned.find(
    (one) => one.before && administers(one.before) && covers(one.before.unitId, left.unitId),
  );
  if (taken === undefined) return undefined;
  const unit = units.find(({ id }) => id === left.unitId)?.name;
  return unit === undefined
    ? [taken.line, { reason: 'access.last-administrator', details: { date: left.on } }]
    : [taken.line, { reason: 'access.last-administrator-of', details: { date: left.on, unit } }];
}
