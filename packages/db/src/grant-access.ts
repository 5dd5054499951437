import type { Sql } from 'postgres';

/**
 * Gives the app role its rights on everything in schema `public` and forces row security on every table there,
 * so that not even the owner's session sees past a policy. Role names differ by database, so no migration can do it.
 * Says only what is not yet so: a command beside the running server must not disturb it.
 */
export async function grantAccess(sql: Sql, appRole: string): Promise<void> {
  await sql.begin(async (tx) => {
    const missing = await tx<{ statement: string }[]>`
      with app (name) as (values (${appRole}::name)),
      relation as (select * from pg_class where relnamespace in ('public'::regnamespace, 'drizzle'::regnamespace))
      select format('grant usage on schema %I to %I', nspname, app.name) as statement
      from pg_namespace, app
      where nspname in ('public', 'drizzle') and not has_schema_privilege(app.name, nspname, 'usage')
      union all
      select format('grant %s on %s to %I', kind.wanted, relation.oid::regclass, app.name)
      from relation, app, lateral (
        select case when relnamespace = 'public'::regnamespace then 'select, insert, update, delete' else 'select' end
      ) as kind (wanted)
      where relkind in ('r', 'p', 'v', 'm') and exists (
        select from unnest(string_to_array(kind.wanted, ', ')) as single
        where not has_table_privilege(app.name, relation.oid, single)
      )
      union all
      select format('grant usage on sequence %s to %I', relation.oid::regclass, app.name)
      from relation, app
      where relkind = 'S' and relnamespace = 'public'::regnamespace
        and not has_sequence_privilege(app.name, relation.oid, 'usage')
      union all
      select format('grant execute on routine %s to %I', pg_proc.oid::regprocedure, app.name)
      from pg_proc, app
      where pronamespace = 'public'::regnamespace and pg_get_userbyid(proowner) = current_user
        and not has_function_privilege(app.name, pg_proc.oid, 'execute')
      union all
      select format('alter table %s enable row level security, force row level security', oid::regclass)
      from relation
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and not (relrowsecurity and relforcerowsecurity)`;
    for (const { statement } of missing) await tx.unsafe(statement);
  });
}
