import type { Command } from 'commander';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** `kycuong report coverage --unit CODE | --successors-of CODE --as-of DATE` */
export function addReportCoverage(report: Command): void {
  report
    .command('coverage')
    .description('tỷ lệ xã, phường công bố ISO 9001')
    .option('--unit <mã>', 'đơn vị có mã này vào ngày đó')
    .option('--successors-of <mã>', 'các đơn vị kế thừa của đơn vị cũ có mã này')
    .requiredOption('--as-of <ngày>', 'tính đến ngày, năm-tháng-ngày')
    .action(
      runs(async () => {
        throw new UsageError('Lệnh này chưa dùng được.');
      }),
    );
}
