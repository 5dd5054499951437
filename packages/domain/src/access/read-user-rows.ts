import type { PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import { shortened } from '../input/shortened.ts';
import { textLength } from '../input/storable-text.ts';
import { importHeadings } from '../organisation/import-headings.ts';
import type { RowFault } from '../organisation/import-report.ts';
import type { Unit } from '../organisation/unit.ts';
import { isReadable, tidyName } from '../organisation/unit-name.ts';
import type { UserRow } from './import-users.ts';
import { readDay } from './read-day.ts';
import type { Role } from './role.ts';
import { readRole } from './role-words.ts';
import { isUsername } from './username.ts';

/** A row that makes sense by itself. What the file has no column for is undefined: it says nothing of it. */
export type StatedUser = {
  readonly line: number;
  readonly username: string;
  readonly fullName: string;
  readonly email: string | null | undefined;
  /** Null: the whole system. */
  readonly unit: Unit | null;
  readonly role: Role;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null | undefined;
};

/** What the rows are read against. */
export interface KnownPlaces {
  readonly hasAccount: (username: string) => boolean;
  /** Those that the code may mean: several, where it is a number that may have lost zeros. */
  readonly unitsOf: (row: {
    readonly username: string;
    readonly unitCode: string;
    readonly isNumber: boolean;
    readonly role: Role | undefined;
    readonly validFrom: PlainDate;
  }) => readonly Unit[];
}

const emailShape = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/;

/** Of a person: what is wrong with who they are. */
function* personFaults(
  username: string,
  fullName: string,
  email: string | undefined,
  { hasAccount }: KnownPlaces,
) {
  const name = shortened(username, 64);
  if (!isUsername(username) && !hasAccount(username)) yield ['access.username-shape'] as const;
  if (fullName === '') yield ['access.full-name-missing', { username: name }] as const;
  if (textLength(fullName) > 200 || !isReadable(fullName)) yield ['access.full-name-wrong'] as const;
  if (email && (email.length > 254 || !emailShape.test(email)))
    yield ['access.email-wrong', { username: name }] as const;
}

function read(
  { line, values, numeric = [], fault, faultColumn }: UserRow,
  known: KnownPlaces,
): StatedUser | RowFault[] {
  const faults: RowFault[] = [];
  const refuse = (reason: ErrorKey, details: ErrorDetails = {}) => {
    faults.push({ line, reason, details: { username: shortened(username, 64), ...details } });
  };
  const dayOf = (cell: string, column: 'valid_from' | 'valid_until'): PlainDate | undefined => {
    const day = readDay(cell.trim(), `“${importHeadings.users[column][0]}” (${column})`);
    if (typeof day === 'string') return day;
    refuse(day.reason, day.details);
    return undefined;
  };
  if (fault) return [{ line, reason: fault, details: { column: faultColumn } }];
  const username = values.username.trim().toLowerCase();
  const fullName = tidyName(values.full_name);
  const email = values.email?.trim().toLowerCase();
  for (const [reason, details] of personFaults(username, fullName, email, known)) refuse(reason, details);
  const unitCode = values.unit_code.trim();
  const role = readRole(values.role);
  if (!role) refuse('access.role-unknown', { value: shortened(values.role.trim(), 60) });
  else if (unitCode === '' && role !== 'administrator') refuse('access.role-needs-unit');
  const validFrom = dayOf(values.valid_from, 'valid_from');
  const until = values.valid_until?.trim();
  const validUntil = until === '' ? null : until && dayOf(until, 'valid_until');
  if (validFrom && validUntil && validUntil < validFrom) refuse('access.until-before-from');
  const isNumber = numeric.includes('unit_code');
  const sought = validFrom && unitCode !== '' ? { username, role, unitCode, isNumber, validFrom } : undefined;
  const units = sought && known.unitsOf(sought);
  const code = shortened(unitCode, 20);
  if (units?.length === 0) refuse('access.unit-unknown', { code, date: validFrom });
  if (units && units.length > 1)
    refuse('access.unit-number-doubtful', {
      code,
      units: units.map((one) => `${one.code} ${one.name}`).join(', '),
    });
  if (faults.length > 0 || !role || !validFrom) return faults;
  return {
    line,
    username,
    fullName,
    email: email === '' ? null : email,
    unit: units?.[0] ?? null,
    role,
    validFrom,
    validUntil,
  };
}

/** The rows of a user file that can be understood, in the order of the file, and all that is wrong with the others. */
export function readUserRows(
  rows: readonly UserRow[],
  known: KnownPlaces,
): { stated: StatedUser[]; rejected: RowFault[] } {
  const stated: StatedUser[] = [];
  const rejected: RowFault[] = [];
  for (const row of rows) {
    const found = read(row, known);
    if (Array.isArray(found)) rejected.push(...found);
    else stated.push(found);
  }
  return { stated, rejected };
}
