import type { Sql } from 'postgres';

/**
 * Gives the app role its rights on everything in schema `public` and forces row security on every table there,
 * so that not even the owner's session sees past a policy. Role names differ by database, so no migration can do it.
 */
export async function grantAccess(sql: Sql, appRole: string): Promise<void> {
  const app = sql(appRole);
  await sql.begin(async (tx) => {
    await tx`create schema if not exists drizzle`;
    await tx`grant usage on schema public to ${app}`;
    await tx`grant select, insert, update, delete on all tables in schema public to ${app}`;
    await tx`grant usage on all sequences in schema public to ${app}`;
    await tx`grant execute on all functions in schema public to ${app}`;
    await tx`grant usage on schema drizzle to ${app}`;
    await tx`grant select on all tables in schema drizzle to ${app}`;
    await tx`
      do $$
      declare t regclass;
      begin
        for t in
          select c.oid from pg_class c
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
            and not (c.relrowsecurity and c.relforcerowsecurity)
        loop
          execute format('alter table %s enable row level security', t);
          execute format('alter table %s force row level security', t);
        end loop;
      end $$`;
  });
}
