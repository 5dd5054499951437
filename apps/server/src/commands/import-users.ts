import type { Command } from 'commander';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** `kycuong import users FILE` */
export function addImportUsers(imports: Command): void {
  imports
    .command('users [file]')
    .description('nhập tài khoản')
    .option('--template', 'in dòng tiêu đề')
    .action(
      runs(async () => {
        throw new UsageError('Lệnh này chưa dùng được.');
      }),
    );
}
