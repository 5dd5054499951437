import { byLine, type RowQuestion, type RowWarning } from '../organisation/import-report.ts';
import { overlaps } from '../organisation/unit.ts';
import { isSameName } from '../organisation/unit-name.ts';
import { lastAdministrator } from './last-administrator.ts';
import { changeOf, type Person, type PlannedGrant } from './planned-grant.ts';
import { readUserRows, type StatedUser } from './read-user-rows.ts';
import { isHeldOver } from './role.ts';
import { endsAfter, faultOfDays, firstFrom, givesMore } from './role-days.ts';
import { rolesElsewhere } from './roles-elsewhere.ts';
import { firstOf, tellUserChanges } from './tell-user-changes.ts';
import type { Account, Fault, UserChange, UserImport, UserImportPlan } from './user-import.ts';
import { type UserRegister, userRegister } from './user-register.ts';

type Taken = { readonly person: Person; readonly planned: PlannedGrant };

/**
 * What a user file changes. A row is one role of the person with its user name, over the unit that has its code on
 * the role's first day; a role of the same kind over the same unit whose interval shares a day with it takes its
 * dates, and no role outlasts its unit. What the file has no column for stays. The first row of a person says the name and the
 * address, the first whose role and unit are not over the workplace of a new account. A file of roles says where a role is held,
 * not where somebody works: a workplace that stands is asked about, and so are another name than the account has and roles
 * elsewhere. The same file again changes nothing. A row that would leave a place without its last administrator is refused;
 * the file as a whole is looked at, so that a successor may stand in any line.
 */
export function planUserImport(input: UserImport): UserImportPlan {
  return planRows(input, new Map());
}

function planRows(input: UserImport, refused: ReadonlyMap<number, Fault>): UserImportPlan {
  const { today, mayGrant } = input;
  const register = userRegister(input);
  const confirmed = new Set(input.confirmed);
  const { stated, rejected } = readUserRows(input.rows, register);
  const people = new Map<string, Person>();
  const waiting = new Map<string, { readonly row: StatedUser; readonly question: RowQuestion }>();
  /** By person, role and place. */
  const planned = new Map<string, PlannedGrant[]>();
  const spokenOf = new Set<string>();
  const warnings: RowWarning[] = [];
  const counts = {
    created: 0,
    updated: 0,
    unchanged: 0,
    refused: input.rows.length - stated.length,
    waits: 0,
  };

  const settlePerson = (row: StatedUser): Person => {
    const { username, unit } = row;
    const seen = people.get(username);
    const before = seen ? seen.before : register.accountOf(username);
    const { fullName, email } = seen?.row ?? row;
    const present = seen?.account ?? before;
    const isOver = endsAfter(today, row.validUntil ?? null);
    const lasting = isOver ? undefined : register.goingOn(unit, firstFrom(today, row));
    const says = lasting && !seen?.placed && !register.isSamePlace(present?.unitId ?? null, lasting.id);
    const stands = before !== undefined && before.unitId !== null;
    const mayAsk = says && stands && register.reachesAll(before, lasting.id);
    const question = mayAsk ? otherWorkplace(row, before, lasting.name, register) : undefined;
    const isAnswered = question !== undefined && confirmed.has(question.id);
    const moves = says && (!stands || isAnswered);
    const unitId = moves ? lasting.id : present ? present.unitId : (unit?.id ?? null);
    const account = {
      ...{ id: present?.id ?? input.newId(), username, fullName, unitId },
      email: email === undefined ? (before?.email ?? null) : email,
    };
    const change = changeOf(before, account, ['fullName', 'email', 'unitId']);
    const placed = lasting !== undefined || seen?.placed === true;
    const { over = [], asked = isAnswered ? undefined : question } = seen ?? {};
    return { row: seen?.row ?? row, before, account, change, placed, over, asked };
  };

  const settle = (row: StatedUser): Fault | Taken => {
    const { line, username, role, validFrom, unit } = row;
    const before = register.standing(row);
    const unitId = before ? before.unitId : (unit?.id ?? null);
    if (before) spokenOf.add(before.id);
    if (unit && !isHeldOver(role, unit.kind) && !before)
      return { reason: 'access.role-needs-province', details: {} };
    const person = settlePerson(row);
    const workplaces = person.before ? [person.before.unitId] : [];
    const places = [...workplaces, person.account.unitId, ...person.over, unitId];
    const mayChange =
      person.before && person.change === 'updated'
        ? register.reachesAll(person.before, ...places)
        : mayGrant(...places);
    if (!mayChange) return { reason: 'access.outside-your-units', details: { username } };
    const first = waiting.get(username)?.row ?? person.row;
    if (!isSameName(first.fullName, row.fullName))
      return { reason: 'access.username-of-another', details: { username, first: first.line } };
    if (first.email !== row.email)
      return { reason: 'access.email-of-two', details: { username, first: first.line } };
    const days = { validFrom, validUntil: register.endOf(row, before) };
    const fault = faultOfDays(before, days, today);
    if (fault !== undefined) return fault;
    const gives = givesMore(before, days);
    if (gives && person.account.id === input.actorId) return { reason: 'access.own-role', details: {} };
    const inFile = planned.get(register.placeOf(row)) ?? [];
    if (inFile.some(({ grant }) => overlaps(grant, days)))
      return { reason: 'access.grant-repeated', details: { username } };
    const alike = register.alike(row).filter(({ id }) => !inFile.some(({ grant }) => grant.id === id));
    if (gives && alike.some((other) => other !== before && overlaps(other, days)))
      return { reason: 'access.role-held', details: {} };
    const id = before?.id ?? input.newId();
    const grant = { id, accountId: person.account.id, role, unitId, ...days };
    const change = changeOf(before, grant, ['validFrom', 'validUntil']);
    return { person, planned: { line, account: person.account, before, grant, change } };
  };

  for (const row of stated) {
    const { line, username } = row;
    const taken = refused.get(line) ?? settle(row);
    if ('reason' in taken) {
      rejected.push({ line, ...taken });
      counts.refused += 1;
      continue;
    }
    const { person, planned: role } = taken;
    const question = anotherPerson(row, person);
    if (question && !confirmed.has(question.id)) {
      counts.waits += 1;
      if (!waiting.has(username)) waiting.set(username, { row, question });
      continue;
    }
    const moved =
      person.change !== 'unchanged' && person.account.unitId !== people.get(username)?.account.unitId;
    counts[role.change === 'unchanged' && moved ? person.change : role.change] += 1;
    people.set(username, { ...person, over: [...person.over, role.grant.unitId] });
    const place = register.placeOf(row);
    planned.set(place, [...(planned.get(place) ?? []), role]);
    warnings.push(...register.cutShort(row, role));
  }

  const taken = [...planned.values()].flat().sort(byLine);
  const elsewhere = rolesElsewhere({ ...input, register, taken, spokenOf, confirmed });
  const roles = [...taken, ...elsewhere.ended];
  const ghosts = [...people.values()].flatMap(({ account, change }) =>
    change === 'created' && !input.givesPassword(account.username) ? [account.id] : [],
  );
  const last = lastAdministrator(input, roles, ghosts);
  if (last !== undefined) return planRows(input, new Map([...refused, last]));

  const changes = changesOf([...people.values()], roles);
  const accounts = new Map([...people.values()].map(({ account }) => [account.id, account]));
  const told = tellUserChanges(changes, accounts, register.nameOf);
  const questions = [
    ...[...waiting.values()].map(({ question }) => question),
    ...[...people.values()].flatMap(({ asked }) => asked ?? []),
  ];
  return {
    ...listsOf(changes),
    report: {
      ...{ read: input.rows.length, ...counts },
      rejected: rejected.sort(byLine),
      warnings: [...warnings, ...told.filter(({ reason }) => reason === 'access.moved')].sort(byLine),
      asked: [...questions, ...elsewhere.asked].sort(byLine),
      changes: firstOf(told),
    },
  };
}

function anotherPerson(
  { line, username, fullName }: StatedUser,
  { before }: Person,
): RowQuestion | undefined {
  if (!before || isSameName(before.fullName, fullName)) return undefined;
  const details = { username, before: before.fullName, after: fullName };
  const reason = 'access.another-person';
  return { id: `person:${username}`, waits: true, line, code: username, reason, details };
}

function otherWorkplace(
  { line, username }: StatedUser,
  { fullName, unitId }: Account,
  after: string,
  { nameOf }: UserRegister,
): RowQuestion {
  const details = { fullName, before: nameOf(unitId), after };
  const reason = 'access.works-elsewhere';
  return { id: `workplace:${username}`, waits: false, line, code: username, reason, details };
}

function changesOf(people: readonly Person[], roles: readonly PlannedGrant[]): UserChange[] {
  const accounts = people.flatMap(({ row: { line }, before = null, account, change }): UserChange[] =>
    change === 'unchanged' ? [] : [{ line, kind: 'account', before, after: account }],
  );
  const grants = roles.flatMap(({ line, before = null, grant, change }): UserChange[] =>
    change === 'unchanged' ? [] : [{ line, kind: 'grant', before, after: grant }],
  );
  return [...accounts, ...grants].sort(byLine);
}

function listsOf(changes: readonly UserChange[]): Omit<UserImportPlan, 'report'> {
  const accounts = changes.flatMap((change) => (change.kind === 'account' ? [change] : []));
  const grants = changes.flatMap((change) => (change.kind === 'grant' ? [change] : []));
  return {
    createAccounts: accounts.filter(({ before }) => before === null).map(({ after }) => after),
    updateAccounts: accounts.filter(({ before }) => before !== null).map(({ after }) => after),
    createGrants: grants.filter(({ before }) => before === null).map(({ after }) => after),
    updateGrants: grants.filter(({ before }) => before !== null).map(({ after }) => after),
  };
}
