import type { Command } from 'commander';
import { buildApps } from '../build-apps.ts';
import type { CommandContext } from '../command-line/command-context.ts';
import { runs } from '../command-line/runs.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { markedUnfinished } from '../database/unfinished-story.ts';
import { isDemo } from '../demo/is-demo.ts';
import { requireNoDemo } from '../demo/require-no-demo.ts';
import { requireSafe } from '../host/listening.ts';
import { requireFreePort } from '../host/port-check.ts';
import { addServeOptions, parseServeOptions } from './serve-options.ts';

/** `kycuong start`: from a fresh clone to a running system; with the demo story where the database is new. */
export function addStart(program: Command): void {
  addServeOptions(program.command('start').description('dựng giao diện, chuẩn bị cơ sở dữ liệu rồi chạy'))
    .option('--no-demo', 'không nạp câu chuyện mẫu')
    .action(
      runs(async (context, _args, options) => {
        // The host is half of the program; the other commands start without it.
        const { runHost } = await import('../host/run-host.ts');
        const { untilEnd } = await import('../host/until-end.ts');
        const listening = parseServeOptions(options);
        requireSafe(listening);
        const withDemo = options.demo ?? listening.publicUrl === undefined;
        await requireFreePort(listening);
        context.log('Đang dựng giao diện (lần đầu mất khoảng một phút)…');
        const building = buildApps();
        building.catch(() => undefined);
        // Whatever becomes of the screens: a story that was not told when the database was made is told at no later start.
        const database = await openWithStory(context, withDemo);
        await building;
        await requireNoDemo(database.connection, listening, options.demo === true);
        const host = await runHost(database, listening, context.log);
        const end = untilEnd(database.addresses.lost, context.log);
        await printAddresses(context, host.url, database);
        const ending = await end;
        context.log('Đang dừng…');
        await host.close();
        if (ending !== undefined) throw ending.failure;
        return { data: { stopped: true }, text: 'Đã dừng.' };
      }),
    );
}

/** The demo goes only into an embedded database made in this very start. */
async function openWithStory(context: CommandContext, withDemo: unknown): Promise<OpenDatabase> {
  const database = await context.openDatabase('server');
  const { adminUrl, created } = database.addresses;
  if (created && withDemo === true && adminUrl !== undefined) {
    const { loadDemo } = await import('../demo/load-demo.ts');
    await markedUnfinished(adminUrl, async () => {
      await loadDemo(database, () => new Date(), context.log);
    });
  }
  return database;
}

async function printAddresses(context: CommandContext, url: string, database: OpenDatabase): Promise<void> {
  const lines = [
    '',
    'Kỷ Cương đang chạy.',
    `  Trang điều hành      ${url}`,
    `  Máy tính bảng        ${new URL('/field/', url).href}`,
    `  Giao diện lập trình  ${new URL('/api', url).href}`,
  ];
  if (await isDemo(database.connection)) {
    const { demoStory } = await import('../demo/load-demo.ts');
    lines.push('', `Tài khoản mẫu (mật khẩu chung: ${demoStory.password})`);
    lines.push(...demoStory.accounts.map(({ username, role }) => `  ${username.padEnd(13)}${role}`));
  }
  lines.push('', 'Nhấn Ctrl-C để dừng.');
  context.log(lines.join('\n'));
}
