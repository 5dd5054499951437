import type { ChangedThing } from '@kycuong/domain/organisation/list-import.ts';
import { type SQL, sql } from 'drizzle-orm';
import { pgPolicy } from 'drizzle-orm/pg-core';

/**
 * The words in which row-level security is written. Each reads what `enter()` set for the transaction
 * (migration `foundation`); wrapped in `(select …)` so that PostgreSQL evaluates it once per statement.
 */
export const signedIn = sql`(select signed_in())`;
export const isSystem = sql`(select is_system())`;
export const atSignIn = sql`(select at_sign_in())`;
export const actorId = sql`(select actor_id())`;

/** Holds the role somewhere. It says nothing of where, so nothing that has a place may rest on it. */
export const hasRole = (name: string) => sql.raw(`(select has_role('${name}'))`);

/** One of the roles over the whole system: over nothing in particular, or over every unit that has none above it. */
export function overWhole(...names: string[]): SQL {
  return sql.raw(`(select over_whole(${names.map((name) => `'${name}'`).join(', ')}))`);
}

function standsOver(setting: string, unit: string): SQL {
  return sql.raw(
    `exists (select 1 from unit_scope s where s.unit_id = ${unit} and s.ancestor_id = any((select ${setting}())::uuid[]))`,
  );
}

/** Leadership and programme office over the unit. */
export const oversees = (unit: string) => standsOver('oversight', unit);
/** Programme office over the unit. */
export const runsProgramme = (unit: string) => standsOver('programme_offices', unit);
/** Quality office over the unit. */
export const runsQuality = (unit: string) => standsOver('quality_offices', unit);
/** Administrator over the unit; over the whole system where there is no unit. */
export const administers = (unit: string) =>
  anyOf(sql.raw(`(select unbounded('administrator'))`), standsOver('administered', unit));
/** Administrator over the unit for which the person works. */
export const administersAccount = (account: string) => sql.raw(`administers_account(${account})`);
/** By one role over everything that the person holds, now or later, the teams that they are in, and one place more. */
export const standsOverAccount = (account: string, also?: string) =>
  sql.raw(`stands_over_account(${[account, ...(also === undefined ? [] : [also])].join(', ')})`);
/** By one role over both the unit and where the person works. */
export const givesRole = (account: string, unit: string) => sql.raw(`gives_role(${account}, ${unit})`);
/** Administrator over the unit of a device. A function: a device's own fence looks at who works on it. */
export const administersDevice = (device: string) => sql.raw(`administers_device(${device})`);
/** Administrator, leadership or programme office over the unit of a device. */
export const overseesDevice = (device: string) => sql.raw(`oversees_device(${device})`);
/** Quality office, leadership and programme office over the unit. */
export const overseesQuality = (unit: string) => standsOver('quality_oversight', unit);
/** Head of the unit, of one above it, or of a successor. */
export const heads = (unit: string) => standsOver('headed', unit);
/** On the team of a round that is under way and goes to the unit or to a successor of it. */
export const inspects = (unit: string) => standsOver('team_units', unit);
/** Member of the round's team today. */
export const onTeam = (round: string) => sql.raw(`${round} = any((select team_rounds())::uuid[])`);

/** May see a visit of the round. A function, so that the statement's plan does not carry the visit's own fence. */
export const seesVisitOf = (round: string) => sql.raw(`sees_visit_of(${round})`);

/** Made by the import that this transaction takes back. */
export const madeByTakenBack = (what: ChangedThing, row: string) =>
  sql.raw(`exists (select 1 from list_import_change c
    where c.import_id = (select import_taken_back()) and c.what = '${what}' and c.row_id = ${row} and c.before is null)`);

export function anyOf(...conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` or `)})`;
}
/** What names an unannounced visit before its check-in, to somebody who may not know of it. */
export const namesSecret = (text: string) => sql.raw(`((${text}) ~ (select unannounced())) is true`);
/** Of a visit whose unit is named to the person: who is not told it learns it from no row that lies there either. */
export const isNamed = (visit: string) =>
  sql.raw(`(${visit} = any((select unnamed_visits())::uuid[])) is not true`);
/** Tells of field work whose conclusion is not out, to an administrator of the inspected unit. `in`: hashed, `any` is not. */
export const beforeConclusion = (subject: string) =>
  sql.raw(`${subject} in (select unnest(before_conclusion()))`);
export function allOf(...conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` and `)})`;
}

interface Fence {
  read: SQL;
  insert?: SQL;
  update?: SQL;
  remove?: SQL;
}

/** The policies of one table. What is not named is refused. */
export function fence({ read, insert, update, remove }: Fence) {
  return [
    pgPolicy('read', { for: 'select', using: read }),
    ...(insert ? [pgPolicy('insert', { for: 'insert', withCheck: insert })] : []),
    ...(update ? [pgPolicy('update', { for: 'update', using: update, withCheck: update })] : []),
    ...(remove ? [pgPolicy('remove', { for: 'delete', using: remove })] : []),
  ];
}
