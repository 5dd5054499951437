import type { Command } from 'commander';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** `kycuong import units FILE --from DATE [--until DATE] [--dry-run]` */
export function addImportUnits(imports: Command): void {
  imports
    .command('units [file]')
    .description('nhập đơn vị hành chính')
    .option('--from <ngày>', 'ngày bắt đầu hiệu lực, năm-tháng-ngày')
    .option('--until <ngày>', 'ngày cuối cùng còn hiệu lực')
    .option('--dry-run', 'chỉ kiểm tra, không ghi')
    .option('--template', 'in dòng tiêu đề')
    .action(
      runs(async () => {
        throw new UsageError('Lệnh này chưa dùng được.');
      }),
    );
}
