import type { Command } from 'commander';
import type { CommandContext } from '../command-line/command-context.ts';
import { runs } from '../command-line/runs.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { missingApps } from '../host/static-apps.ts';

type Check = { readonly name: string; readonly ok: boolean; readonly detail: string };

/** `kycuong doctor`: what this installation stands on, and what is wrong with it. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('kiểm tra cài đặt và cơ sở dữ liệu')
    .action(
      runs(async (context) => {
        const database = await context.openDatabase();
        const checks = [programCheck(), screensCheck(), ...(await databaseChecks(context, database))];
        const lines = checks.map(({ name, ok, detail }) => `${ok ? 'Đạt ' : 'Hỏng'}  ${name}: ${detail}`);
        return { data: { checks }, text: lines.join('\n'), refused: checks.some((check) => !check.ok) };
      }),
    );
}

function programCheck(): Check {
  return { name: 'Node', ok: Number(process.versions.node.split('.')[0]) >= 24, detail: process.version };
}

function screensCheck(): Check {
  const missing = missingApps().map(({ prefix }) => prefix);
  const detail = missing.length === 0 ? 'đã dựng' : `chưa dựng ${missing.join(', ')}`;
  return { name: 'Giao diện', ok: missing.length === 0, detail };
}

async function databaseChecks(context: CommandContext, database: OpenDatabase): Promise<Check[]> {
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
  ];
}
