import { compiledFunctions } from '@kycuong/db/compiled-functions.ts';
import type { Sql } from 'postgres';
import type { CommandContext } from '../command-line/command-context.ts';
import type { OpenDatabase } from '../database/open-database.ts';

/** One thing looked at. `warns`: in order, but somebody should know. */
export type Check = {
  readonly name: string;
  readonly ok: boolean;
  readonly warns?: boolean;
  readonly detail: string;
};

/** Whether this PostgreSQL can compile statements, and whether ours are kept out of it. */
async function checkCompiling(sql: Sql): Promise<Check> {
  const name = 'Biên dịch truy vấn (JIT)';
  const [server] = await sql.begin(async (tx) => {
    await tx`set local jit = on`;
    return tx<{ can_compile: boolean }[]>`select pg_jit_available() as can_compile`;
  });
  const [session] = await sql<{ jit: string }[]>`select current_setting('jit') as jit`;
  const open = await compiledFunctions(sql);
  const can = server?.can_compile ? 'máy chủ PostgreSQL có JIT' : 'máy chủ PostgreSQL không có JIT';
  const kept = `kết nối của phần mềm: ${session?.jit === 'off' ? 'tắt' : 'bật'}`;
  return {
    name,
    ok: open.length === 0 && session?.jit === 'off',
    detail: [can, kept, ...(open.length === 0 ? [] : [`hàm chưa tắt: ${open.join(', ')}`])].join('; '),
  };
}

/** The PostgreSQL underneath: its version, its settings, what the server may do in it. */
export async function checkDatabase(context: CommandContext, database: OpenDatabase): Promise<Check[]> {
  const { sql } = database.connection;
  const [server] = await sql<{ version: string; encoding: string; fsync: string }[]>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync`;
  const [role] = await sql<{ name: string; strong: boolean }[]>`
    select current_user as name, rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user`;
  const open = await sql<{ name: string }[]>`
    select relname as name from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid))
    order by 1`;
  const place = context.settings.databaseUrl === undefined ? context.settings.dataFolder : 'DATABASE_URL';
  return [
    {
      name: 'PostgreSQL',
      ok: Number.parseInt(server?.version ?? '0', 10) >= 15,
      detail: `${server?.version}, ${place}`,
    },
    { name: 'Bảng mã', ok: server?.encoding === 'UTF8', detail: server?.encoding ?? '?' },
    { name: 'Ghi bền vững', ok: server?.fsync === 'on', detail: `fsync ${server?.fsync}` },
    { name: 'Tài khoản của máy chủ', ok: role?.strong === false, detail: role?.name ?? '?' },
    {
      name: 'Phân quyền theo dòng',
      ok: open.length === 0,
      detail: open.length === 0 ? 'mọi bảng' : `thiếu ở ${open.map(({ name }) => name).join(', ')}`,
    },
    await checkCompiling(sql),
  ];
}
