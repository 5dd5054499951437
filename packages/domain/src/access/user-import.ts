import type { PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import type { ImportReport } from '../organisation/import-report.ts';
import type { Unit } from '../organisation/unit.ts';
import type { UserRow } from './import-users.ts';
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
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
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
  /** Ids of the questions that were answered with yes. */
  readonly confirmed?: readonly string[];
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
  readonly createAccounts: readonly Account[];
  readonly updateAccounts: readonly Account[];
  readonly createGrants: readonly RoleGrant[];
  readonly updateGrants: readonly RoleGrant[];
  readonly report: ImportReport;
};

export type Fault = { readonly reason: ErrorKey; readonly details: ErrorDetails };
