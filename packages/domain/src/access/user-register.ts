import type { PlainDate } from '../calendar/plain-date.ts';
import type { RowWarning } from '../organisation/import-report.ts';
import { isInForce, overlaps, type Unit } from '../organisation/unit.ts';
import type { PlannedGrant } from './planned-grant.ts';
import type { KnownPlaces, StatedUser } from './read-user-rows.ts';
import { endsAfter } from './role-days.ts';
import type { Account, RoleGrant, UserImport } from './user-import.ts';

/** The accounts, roles and units that stand, looked up as a user file names them. */
export function userRegister({ accounts, grants, units, teamUnits, today, mayGrant }: UserImport) {
  const known = new Map(accounts.map((account) => [account.username.toLowerCase(), account]));
  const grantsOf = Map.groupBy(grants, ({ accountId }) => accountId);
  const unitsByCode = Map.groupBy(units, ({ code }) => code);
  const unitsByNumber = Map.groupBy(units, ({ code }) => numberOf(code));
  const unitsById = new Map(units.map((unit) => [unit.id, unit]));
  const ofIdentity = Map.groupBy(units, ({ identityId }) => identityId);

  const rolesOf = (username: string): readonly RoleGrant[] =>
    grantsOf.get(known.get(username)?.id ?? '') ?? [];

  /** By its code on the role's first day; a role that stands with these very dates is held where it is held. */
  const unitsOf: KnownPlaces['unitsOf'] = ({ username, unitCode, isNumber, role, validFrom }) => {
    const held = rolesOf(username)
      .filter((grant) => grant.role === role && grant.validFrom === validFrom)
      .map(({ unitId }) => unitsById.get(unitId ?? ''))
      .find((unit) => unit?.code === unitCode);
    if (held) return [held];
    const meant = isNumber ? unitsByNumber.get(numberOf(unitCode)) : unitsByCode.get(unitCode);
    return (meant ?? []).filter((unit) => isInForce(unit, validFrom));
  };

  /** By its identity: a unit under a new name is the same place. */
  const identityOf = (unitId: string | null) => unitsById.get(unitId ?? '')?.identityId ?? unitId;
  const isSamePlace = (one: string | null, other: string | null) => identityOf(one) === identityOf(other);

  /** The person's standing roles of the row's kind over its place, the earliest first. */
  const alike = ({ username, role, unit }: StatedUser): readonly RoleGrant[] =>
    rolesOf(username)
      .filter((grant) => grant.role === role && isSamePlace(grant.unitId, unit?.id ?? null))
      .sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));

  /** Of a unit with all that it goes on as; null while it goes on. */
  const lastDayOf = ({ identityId }: Unit): PlainDate | null => {
    const ends = (ofIdentity.get(identityId) ?? []).map(({ validUntil }) => validUntil);
    return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  };

  return {
    accountOf: (username: string): Account | undefined => {
      const account = known.get(username);
      if (account === undefined) return undefined;
      const { id, fullName, email, unitId } = account;
      return { id, username: account.username, fullName, email, unitId };
    },
    hasAccount: (username: string) => known.has(username),
    rolesOf,
    unitsOf,
    nameOf: (unitId: string | null) => (unitId === null ? undefined : unitsById.get(unitId)?.name),
    isSamePlace,
    /** Of a row: its person, role and place. */
    placeOf: ({ username, role, unit }: StatedUser) => `${username} ${role} ${unit?.identityId ?? ''}`,
    /** What a unit is on a day, where it is still there. */
    goingOn: (unit: Unit | null, on: PlainDate): Unit | undefined =>
      unit ? ofIdentity.get(unit.identityId)?.find((interval) => isInForce(interval, on)) : undefined,
    alike,
    /** The standing role that a row means: held on its first day, or else the first one that shares a day with it. */
    standing: (row: StatedUser): RoleGrant | undefined => {
      const days = { validFrom: row.validFrom, validUntil: row.validUntil ?? null };
      const found = alike(row).filter((grant) => overlaps(grant, days));
      return found.find((grant) => isInForce(grant, row.validFrom)) ?? found[0];
    },
    /** The last day of the row's role: what the file says or else what stands, but not beyond its unit. */
    endOf: ({ unit, validUntil }: StatedUser, before: RoleGrant | undefined): PlainDate | null => {
      if (validUntil === undefined && before) return before.validUntil;
      const wanted = validUntil ?? null;
      const last = unit && lastDayOf(unit);
      if (!endsAfter(wanted, last)) return wanted;
      // What stands beyond it already is not cut, least of all in the past, by a file that says the same again.
      return before && endsAfter(before.validUntil, last) ? before.validUntil : last;
    },
    cutShort: (row: StatedUser, { before, grant: { validUntil } }: PlannedGrant): RowWarning[] => {
      const { line, username, fullName, role, unit } = row;
      const last = unit && lastDayOf(unit);
      const isSaid = row.validUntil !== undefined || before === undefined;
      if (!isSaid || !last || !endsAfter(row.validUntil ?? null, validUntil)) return [];
      const details = {
        fullName,
        heldRole: role,
        heldOver: unit.name,
        until: validUntil ?? undefined,
        date: last,
      };
      return [{ line, code: username, reason: 'access.role-ends-with-unit', details }];
    },
    /** Who holds more than the actor administers is neither renamed nor moved by them. */
    reachesAll: ({ id, unitId }: Account, ...also: readonly (string | null)[]): boolean => {
      const held = (grantsOf.get(id) ?? []).filter(
        ({ validUntil }) => validUntil === null || validUntil >= today,
      );
      const teams = teamUnits?.get(id) ?? [];
      return mayGrant(unitId, ...held.map((grant) => grant.unitId), ...teams, ...also);
    },
  };
}
export type UserRegister = ReturnType<typeof userRegister>;

/** What a workbook makes of a code that is a number to it. */
function numberOf(code: string): string {
  return code.replace(/^0+/, '');
}
