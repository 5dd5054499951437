import { createHmac } from 'node:crypto';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import postgres, { type Sql } from 'postgres';
import { connect } from './connection.ts';
import { connectionRefusal, readdress, roleOf } from './database-address.ts';

export type PreparedDatabase = {
  /** Address of `<database>_owner`, which owns the database and runs its migrations. */
  readonly migrateUrl: string;
  /** Address of `<database>_app`, which owns nothing and cannot bypass row security. */
  readonly appUrl: string;
  /** Whether the database did not exist before. */
  readonly created: boolean;
};

const extensions = ['unaccent', 'pg_trgm', 'btree_gist'];

/**
 * Makes the database and its two roles on any PostgreSQL from 15 on; repeating it changes nothing.
 * The roles' passwords derive from `secret`, so that every host with the same administrator's address agrees on them.
 * @param adminUrl a role that may create roles and databases
 * @throws DomainError `system.database-unreachable`, `system.database-rights`
 */
export async function prepareDatabase(
  adminUrl: string,
  database: string,
  secret: string,
): Promise<PreparedDatabase> {
  const owner = `${database}_owner`;
  const app = `${database}_app`;
  const passwords = { owner: derivePassword(secret, owner), app: derivePassword(secret, app) };
  const created = await whereOthersDoTheSame(() =>
    asAdmin(adminUrl, database, async (sql) => {
      await createRole(sql, owner, passwords.owner);
      await createRole(sql, app, passwords.app);
      return await createDatabase(sql, database, owner);
    }),
  );
  const furnish = async (sql: Sql) => {
    for (const extension of extensions) {
      await sql`create extension if not exists ${sql(extension)} with schema public`;
    }
    await sql`revoke all on database ${sql(database)} from public`;
    await sql`grant connect on database ${sql(database)} to ${sql(app)}`;
    await sql`revoke create on schema public from public`;
    await sql`grant all on schema public to ${sql(owner)}`;
  };
  await whereOthersDoTheSame(() => asAdmin(readdress(adminUrl, { database }), database, furnish));
  return {
    migrateUrl: readdress(adminUrl, { database, role: owner, password: passwords.owner }),
    appUrl: readdress(adminUrl, { database, role: app, password: passwords.app }),
    created,
  };
}

/** Already there, or changed by another session at the same moment. */
const raced = ['23505', '42710', '42P04', '42P06', 'XX000'];

/**
 * Several servers may prepare one database at the same moment, and PostgreSQL refuses all but one of them. Whoever was
 * refused begins again, and finds it done.
 */
async function whereOthersDoTheSame<T>(work: () => Promise<T>, attempts = 10): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const again = error instanceof postgres.PostgresError && raced.includes(error.code) && attempts > 1;
    if (!again) throw error;
    return await whereOthersDoTheSame(work, attempts - 1);
  }
}

function derivePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`kycuong ${role}`).digest('base64url');
}

async function createRole(sql: Sql, role: string, password: string): Promise<void> {
  const [known] = await sql`select from pg_roles where rolname = ${role}`;
  if (known === undefined) await sql`create role ${sql(role)}`;
  // Utility statements take no parameters; the password is base64url and needs no quoting beyond the quotes.
  await sql.unsafe(
    `alter role "${role.replaceAll('"', '""')}" login nocreatedb nocreaterole password '${password}'`,
  );
  const [rights] = await sql<{ strong: boolean; is_member: boolean }[]>`
    select rolsuper or rolbypassrls or rolreplication as strong, pg_has_role(current_user, oid, 'member') as is_member
    from pg_roles where rolname = ${role}`;
  if (rights?.strong) await sql`alter role ${sql(role)} nosuperuser nobypassrls noreplication`;
  // An administrator who is no superuser must be a member of the owner to hand the database over to it.
  if (rights?.is_member === false) await sql`grant ${sql(role)} to current_user`;
}

async function createDatabase(sql: Sql, database: string, owner: string): Promise<boolean> {
  const [known] = await sql<{ owner: string }[]>`
    select pg_get_userbyid(datdba) as owner from pg_database where datname = ${database}`;
  if (known === undefined) {
    await sql`create database ${sql(database)} owner ${sql(owner)} template template0 encoding 'UTF8'`;
  } else if (known.owner !== owner) {
    await sql`alter database ${sql(database)} owner to ${sql(owner)}`;
  }
  return known === undefined;
}

async function asAdmin<T>(url: string, database: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const connection = connect(url, { name: 'kycuong prepare', max: 1 });
  try {
    return await work(connection.sql);
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '42501') {
      const reason = error.message;
      throw new DomainError('forbidden', 'system.database-rights', { role: roleOf(url), database, reason });
    }
    throw connectionRefusal(url, error);
  } finally {
    await connection.close();
  }
}
