import { account, credential, roleGrant } from '@kycuong/db/schema/access.ts';
import { firstPasswordEnd } from '@kycuong/domain/access/create-account.ts';
import { ImportUsers, mostFirstPasswords } from '@kycuong/domain/access/import-users.ts';
import { planUserImport } from '@kycuong/domain/access/plan-user-import.ts';
import type { Account, UserImport, UserImportPlan } from '@kycuong/domain/access/user-import.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { countsOf } from '@kycuong/domain/organisation/import-report.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { inArray, sql } from 'drizzle-orm';
import { command } from '../command.ts';
import { importActs } from '../import-acts.ts';
import { inChunks } from '../in-chunks.ts';
import { loadUnits } from '../organisation/load-units.ts';
import { recordImport } from '../organisation/record-import.ts';
import type { Transaction } from '../transaction.ts';
import type { Work } from '../work.ts';
import { endUnproven } from './end-unproven.ts';
import { canComeIn, coverage, keepAttended } from './keep-attended.ts';
import { hashPassword } from './password.ts';
import { reachOf } from './reach.ts';
import { requireStrong } from './require-strong.ts';
import { takeTurn } from './take-turn.ts';

/** People and their roles from a file. Faulty rows are left out and reported; the rest is written. */
export const importUsers = command({
  action: importActs.users.action,
  input: ImportUsers,
  secrets: ['passwords'],
  load: async ({ actor }) => ({
    resource: importActs.users.place(actor),
    subject: { kind: 'user-list', id: 'accounts' },
  }),
  run: async (work) => {
    const { tx, input, now, secondFactor } = work;
    const { isCommon } = await import('@kycuong/domain/access/password-strength.ts');
    for (const [index, { username, password }] of input.passwords.entries())
      if (isCommon(password) || password === username)
        throw new DomainError('invalid', 'access.password-common', { field: `passwords.${index}.password` });
    const hashes = await hashFresh(tx, input.passwords);
    const { action, place } = importActs.users;
    const { actor } = await takeTurn(work, action, async (present) => ({ resource: place(present) }));
    const plan = await planImport({ tx, actor, input, now }, (username) => hashes.has(username));
    const created = new Map(plan.createAccounts.map((person) => [person.username, person]));
    for (const [index, { username, password }] of input.passwords.entries()) {
      const person = created.get(username);
      if (person) await requireStrong(tx, `passwords.${index}.password`, password, person);
    }
    const newUsernames = plan.createAccounts.map(({ username }) => username);
    return recordImport(work, { list: 'users', said: {} }, async () => {
      await keepAttended({ tx, now }, async () => {
        await saveAccounts(tx, [...plan.createAccounts, ...plan.updateAccounts], now);
        await saveGrants(tx, plan);
        await givePasswords(tx, plan.createAccounts, hashes, now);
      });
      await endUnproven(tx, now, secondFactor);
      return { ...plan.report, newUsernames };
    });
  },
  trail: (_, { newUsernames, ...report }) => ({
    ...countsOf(report),
    kept: report.kept,
    newUsernames,
  }),
});

/** What the file would change, as everything stands in the transaction. */
export async function planImport(
  { tx, actor, input, now }: Pick<Work<ImportUsers>, 'tx' | 'actor' | 'input' | 'now'>,
  givesPassword: UserImport['givesPassword'],
): Promise<UserImportPlan> {
  const { id, username, fullName, email, unitId } = account;
  // Asked of administrators alone: there may be tens of thousands of accounts.
  const absent = sql<boolean>`exists (select from role_grant g where g.account_id = ${account.id} and g.role = 'administrator')
    and not ${canComeIn(account.id, now)}`;
  const grants = await tx.select().from(roleGrant);
  return planUserImport({
    accounts: await tx.select({ id, username, fullName, email, unitId, absent }).from(account),
    grants,
    units: await loadUnits(tx),
    rows: input.rows,
    mayGrant: await reachOf(tx, actor, 'administrator'),
    covers: await coverage(
      tx,
      grants.filter(({ role }) => role === 'administrator'),
    ),
    today: dateInVietnam(now),
    newId: () => uuidV7(now.getTime()),
    actorId: actor.accountId,
    givesPassword,
    teamUnits: await teamUnitsOf(tx, input.rows),
    confirmed: input.confirmed,
  });
}

/** Of the people whom the rows name, for the teams that they are in. */
async function teamUnitsOf(tx: Transaction, rows: ImportUsers['rows']) {
  const named = [...new Set(rows.map(({ values }) => (values.username ?? '').trim().toLowerCase()))];
  const found = new Map<string, readonly string[]>();
  for (const names of inChunks(named)) {
    const units = sql<string[] | null>`team_lead_units(${account.id})`;
    const people = await tx
      .select({ id: account.id, units })
      .from(account)
      .where(inArray(sql`lower(${account.username})`, [...names]));
    for (const person of people) found.set(person.id, person.units ?? []);
  }
  return found;
}

async function saveAccounts(tx: Transaction, accounts: readonly Account[], now: Date): Promise<void> {
  for (const rows of inChunks(accounts)) {
    await tx
      .insert(account)
      .values(rows.map((row) => ({ ...row, recordedAt: now })))
      .onConflictDoUpdate({
        target: account.id,
        set: {
          fullName: sql`excluded.full_name`,
          email: sql`excluded.email`,
          unitId: sql`excluded.unit_id`,
        },
      });
  }
}

async function saveGrants(
  tx: Transaction,
  { createGrants, updateGrants }: Pick<UserImportPlan, 'createGrants' | 'updateGrants'>,
): Promise<void> {
  for (const rows of inChunks(createGrants)) await tx.insert(roleGrant).values(rows);
  // Not by the insert: a shorter role is ended, and whoever may end one need not be able to give it.
  for (const rows of inChunks(updateGrants)) {
    const days = rows.map(({ id, validFrom, validUntil }) => ({ id, from: validFrom, until: validUntil }));
    await tx.execute(sql`update role_grant g set valid_from = d."from", valid_until = d."until"
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) d (id uuid, "from" date, "until" date) where g.id = d.id`);
  }
}

/**
 * Hashes by user name, of the passwords for accounts that are not there yet. Before anything is locked or written: each
 * takes its time, and meanwhile accounts are kept up by others and the feed of changes goes on. One after the other, so
 * that of libuv's four threads one is taken. The transaction must not look idle meanwhile.
 */
async function hashFresh(
  tx: Transaction,
  passwords: ImportUsers['passwords'],
): Promise<ReadonlyMap<string, string>> {
  if (passwords.length === 0) return new Map();
  const there = new Set((await tx.select({ name: account.username }).from(account)).map(({ name }) => name));
  const fresh = passwords.filter(({ username }) => !there.has(username));
  if (fresh.length > mostFirstPasswords)
    throw new DomainError('too-large', 'access.too-many-first-passwords', {
      maximum: mostFirstPasswords,
      field: 'file',
    });
  const hashes = new Map<string, string>();
  for (const { username, password } of fresh) {
    hashes.set(username, await hashPassword(password));
    await tx.execute(sql`select 1`);
  }
  return hashes;
}

async function givePasswords(
  tx: Transaction,
  accounts: readonly Account[],
  hashes: ReadonlyMap<string, string>,
  changedAt: Date,
): Promise<void> {
  const givenUntil = firstPasswordEnd(changedAt);
  const given = accounts.flatMap(({ id: accountId, username }) => {
    const passwordHash = hashes.get(username);
    return passwordHash === undefined
      ? []
      : [{ accountId, passwordHash, changedAt, given: true, givenUntil }];
  });
  for (const rows of inChunks(given)) await tx.insert(credential).values(rows);
}
