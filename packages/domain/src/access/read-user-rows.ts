import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { ErrorKey } from '../error/catalogue.ts';
import type { ErrorDetails } from '../error/domain-error.ts';
import type { RowFault } from '../organisation/import-report.ts';
import { tidyName } from '../organisation/unit-name.ts';
import type { UserRow } from './import-users.ts';
import { type Role, roles } from './role.ts';
import { isUsername } from './username.ts';

/** A row that makes sense by itself; its unit is not looked up yet. */
export type StatedUser = {
  readonly line: number;
  readonly username: string;
  readonly fullName: string;
  readonly email: string | null;
  /** "" for the whole system. */
  readonly unitCode: string;
  readonly role: Role;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
};

const emailShape = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/;
const unreadable = /\p{Cc}|\p{Cs}/u;

/** `YYYY-MM-DD`, or day/month/year as sheets in Vietnam write it. */
function dateOf(cell: string): PlainDate | undefined {
  const turned = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  const [, day = '', month = '', year = ''] = turned ?? [];
  const date = turned ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
  return isPlainDate(date) && date >= '1945-01-01' && date < '2200-01-01' ? date : undefined;
}

function read({
  line,
  values,
  fault,
  faultColumn,
}: UserRow): StatedUser | { reason: ErrorKey; details?: ErrorDetails } {
  const username = values.username.trim().toLowerCase();
  const fullName = tidyName(values.full_name);
  const email = (values.email ?? '').trim().toLowerCase();
  const unitCode = values.unit_code.trim();
  const role = roles.find((known) => known === values.role.trim().toLowerCase());
  const validFrom = dateOf(values.valid_from.trim());
  const until = (values.valid_until ?? '').trim();
  const validUntil = until === '' ? null : dateOf(until);
  if (fault) return { reason: fault, details: { column: faultColumn } };
  if (!isUsername(username)) return { reason: 'access.username-shape' };
  if (fullName === '') return { reason: 'access.full-name-missing', details: { username } };
  if (fullName.length > 200 || unreadable.test(fullName)) return { reason: 'access.full-name-wrong' };
  if (email !== '' && (email.length > 254 || !emailShape.test(email)))
    return { reason: 'access.email-wrong', details: { username } };
  if (!role) return { reason: 'access.role-unknown', details: { choices: roles.join(', ') } };
  if (unitCode === '' && role !== 'administrator') return { reason: 'access.role-needs-unit' };
  if (!validFrom) return { reason: 'access.date-wrong', details: { column: 'valid_from' } };
  if (validUntil === undefined) return { reason: 'access.date-wrong', details: { column: 'valid_until' } };
  if (validUntil !== null && validUntil < validFrom) return { reason: 'access.until-before-from' };
  const person = { username, fullName, email: email === '' ? null : email };
  return { line, ...person, unitCode, role, validFrom, validUntil };
}

/** The rows of a user file that can be understood, in the order of the file, and why the others cannot. */
export function readUserRows(rows: readonly UserRow[]): { stated: StatedUser[]; rejected: RowFault[] } {
  const stated: StatedUser[] = [];
  const rejected: RowFault[] = [];
  for (const row of rows) {
    const found = read(row);
    if ('reason' in found)
      rejected.push({ line: row.line, reason: found.reason, details: found.details ?? {} });
    else stated.push(found);
  }
  return { stated, rejected };
}
