import type { Command } from 'commander';
import { runs } from '../command-line/runs.ts';

/** `kycuong demo`: tells the demo story in an empty database. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('nạp câu chuyện mẫu vào cơ sở dữ liệu còn trống')
    .action(
      runs(async (context) => {
        const { loadDemo } = await import('../demo/load-demo.ts');
        const database = await context.openDatabase();
        const story = await loadDemo(database, () => new Date(), context.log);
        const lines = story.accounts.map(({ username, role }) => `  ${username.padEnd(12)}${role}`);
        return {
          data: { accounts: story.accounts, password: story.password },
          text: [`Đã nạp câu chuyện mẫu. Mật khẩu chung: ${story.password}`, ...lines].join('\n'),
        };
      }),
    );
}
