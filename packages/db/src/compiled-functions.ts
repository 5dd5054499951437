import type { Sql } from 'postgres';

/**
 * Functions of ours that change what the planner may do and do not switch compiling off. What the settings forbid and is
 * done for want of another way is reckoned so dear that a PostgreSQL with LLVM compiles it at every call.
 */
export async function compiledFunctions(sql: Sql): Promise<string[]> {
  const found = await sql<{ name: string }[]>`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and (array_to_string(p.proconfig, ' ') ~ '\\m(enable_\\w+|plan_cache_mode)='
        or p.prosrc ~* 'set_config\\(''(enable_\\w+|plan_cache_mode)''')
      and not coalesce('jit=off' = any(p.proconfig), false)
    order by 1`;
  return found.map(({ name }) => name);
}
