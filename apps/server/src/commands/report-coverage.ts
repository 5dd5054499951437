import { ask } from '@kycuong/api/query.ts';
import { coverageReport } from '@kycuong/api/statistics/coverage-report.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { requiredDate, textOption } from '../command-line/arguments.ts';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

const percent = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });

/** `kycuong report coverage --unit CODE | --successors-of CODE --as-of DATE` */
export function addReportCoverage(report: Command): void {
  report
    .command('coverage')
    .description('tỷ lệ xã, phường công bố TCVN ISO 9001')
    .option('--unit <mã>', 'đơn vị có mã này vào ngày đó')
    .option('--successors-of <mã>', 'các đơn vị kế thừa của đơn vị cũ có mã này')
    .option('--as-of <ngày>', 'tính đến ngày, năm-tháng-ngày')
    .action(
      runs(async (context, args, options) => {
        const unitCode = textOption(options, 'unit');
        const successorsOf = textOption(options, 'successorsOf');
        if (args.length > 0 || (unitCode === undefined) === (successorsOf === undefined)) {
          throw new UsageError('Cần đúng một trong hai: --unit <mã> hoặc --successors-of <mã>.');
        }
        const asOf = requiredDate(options, 'asOf', '--as-of');
        const input =
          unitCode === undefined ? { successorsOf: successorsOf ?? '', asOf } : { unitCode, asOf };
        const found = await ask(coverageReport, await actAs(context), input);
        const { unit, units, declared, maintained, lapsed, ratio } = found;
        const share = ratio === null ? '' : ` (${percent.format(ratio)})`;
        const whose = unitCode === undefined ? `Đơn vị kế thừa của ${unit.name}` : unit.name;
        const text = [
          `${whose} (mã ${unit.code}), ngày ${asOf.split('-').reverse().join('/')}:`,
          `  ${units} xã, phường; ${declared} đã công bố${share}: ${maintained} duy trì đầy đủ, ${lapsed} chưa duy trì đúng quy định.`,
        ].join('\n');
        return { data: found, text };
      }),
    );
}
