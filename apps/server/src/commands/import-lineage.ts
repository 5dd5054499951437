import type { Command } from 'commander';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** `kycuong import lineage FILE --on DATE --decision TEXT` */
export function addImportLineage(imports: Command): void {
  imports
    .command('lineage [file]')
    .description('nhập việc sáp nhập, chia tách, đổi tên')
    .option('--on <ngày>', 'ngày có hiệu lực, năm-tháng-ngày')
    .option('--decision <văn bản>', 'số, ký hiệu nghị quyết')
    .option('--template', 'in dòng tiêu đề')
    .action(
      runs(async () => {
        throw new UsageError('Lệnh này chưa dùng được.');
      }),
    );
}
