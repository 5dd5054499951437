import { connect } from '@kycuong/db/connection.ts';
import { connectionRefusal, readdress } from '@kycuong/db/database-address.ts';
import postgres from 'postgres';

type Rights = {
  /** May make roles and databases. */
  readonly isAdmin: boolean;
  /** Could see past row security: superuser, BYPASSRLS, or owner of the database. */
  readonly isStrong: boolean;
};
/** `reachedAt`: the address that answered; an administrator's database that is yet to be made does not. */
export type RoleRights = Rights & { readonly reachedAt: string };

const noSuchDatabase = '3D000';

/** What the role of an address may do. */
export async function inspectRole(url: string): Promise<RoleRights> {
  try {
    return { ...(await ask(url)), reachedAt: url };
  } catch (error) {
    if (!(error instanceof postgres.PostgresError && error.code === noSuchDatabase)) {
      throw connectionRefusal(url, error);
    }
    const reachedAt = readdress(url, { database: 'postgres' });
    const rights = await ask(reachedAt).catch(() => undefined);
    if (rights?.isAdmin) return { ...rights, reachedAt };
    throw connectionRefusal(url, error);
  }
}

async function ask(url: string): Promise<Rights> {
  const connection = connect(url, { name: 'kycuong inspect', max: 1 });
  try {
    const [rights] = await connection.sql<Rights[]>`
      select
        rolsuper or (rolcreaterole and rolcreatedb) as "isAdmin",
        rolsuper or rolbypassrls or exists (
          select from pg_database where datname = current_database() and pg_has_role(current_user, datdba, 'member')
        ) as "isStrong"
      from pg_roles where rolname = current_user`;
    return rights ?? { isAdmin: false, isStrong: true };
  } finally {
    await connection.close();
  }
}
