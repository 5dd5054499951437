import { carryOut } from '@kycuong/api/carry-out.ts';
import { importUnits } from '@kycuong/api/organisation/import-units.ts';
import { previewUnitImport } from '@kycuong/api/organisation/preview-unit-import.ts';
import { ask } from '@kycuong/api/query.ts';
import { importShapes } from '@kycuong/db/organisation/import-shapes.ts';
import { readTableFile } from '@kycuong/db/organisation/read-table.ts';
import { importTemplates } from '@kycuong/domain/organisation/import-template.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { dateOption, fileArgument, requiredDate } from '../command-line/arguments.ts';
import { importOutcome } from '../command-line/import-outcome.ts';
import { addListOptions, listOptions } from '../command-line/list-options.ts';
import { runs } from '../command-line/runs.ts';
import { templateOutcome } from '../command-line/template-outcome.ts';

/** `kycuong import units FILE --from DATE [--until DATE] [--dry-run]` */
export function addImportUnits(imports: Command): void {
  addListOptions(imports.command('units [file]'))
    .description('nhập danh sách đơn vị của một khoảng thời gian')
    .option('--from <ngày>', 'ngày bắt đầu hiệu lực, năm-tháng-ngày')
    .option('--until <ngày>', 'ngày cuối cùng còn hiệu lực')
    .action(
      runs(async (context, args, options) => {
        if (options.template === true) return templateOutcome(importTemplates.units);
        const file = fileArgument(args);
        const from = requiredDate(options, 'from');
        const until = dateOption(options, 'until') ?? null;
        const { confirmed, dryRun, ...reading } = listOptions(options);
        const { rows, ...enclosed } = await readTableFile(file, importShapes.units, reading);
        const payload = { rows, from, until, confirmed };
        const request = { ...(await actAs(context)), enclosed };
        const { source } = enclosed;
        const report = dryRun
          ? await ask(previewUnitImport, request, payload)
          : await carryOut(importUnits, request, { id: uuidV7(), payload });
        return importOutcome({ report, source, dryRun });
      }),
    );
}
