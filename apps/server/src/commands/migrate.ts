import type { Command } from 'commander';
import { runs } from '../command-line/runs.ts';

/** `kycuong migrate`: makes or upgrades the database, without any data. */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('tạo hoặc nâng cấp cơ sở dữ liệu')
    .action(
      runs(async (context) => {
        const { addresses, migrated } = await context.openDatabase();
        const { applied = 0, total = 0 } = migrated ?? {};
        const text =
          applied === 0 ? 'Cơ sở dữ liệu đã ở phiên bản mới nhất.' : `Đã chạy ${applied} bước nâng cấp.`;
        return { data: { created: addresses.created, applied, total }, text };
      }),
    );
}
