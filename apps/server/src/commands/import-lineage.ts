import { carryOut } from '@kycuong/api/carry-out.ts';
import { importLineage } from '@kycuong/api/organisation/import-lineage.ts';
import { previewLineageImport } from '@kycuong/api/organisation/preview-lineage-import.ts';
import { ask } from '@kycuong/api/query.ts';
import { importShapes } from '@kycuong/db/organisation/import-shapes.ts';
import { readTableFile } from '@kycuong/db/organisation/read-table.ts';
import { importTemplates } from '@kycuong/domain/organisation/import-template.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { fileArgument, requiredDate, requiredText } from '../command-line/arguments.ts';
import { importOutcome } from '../command-line/import-outcome.ts';
import { addListOptions, listOptions } from '../command-line/list-options.ts';
import { runs } from '../command-line/runs.ts';
import { templateOutcome } from '../command-line/template-outcome.ts';

/** `kycuong import lineage FILE --on DATE --decision TEXT [--dry-run]` */
export function addImportLineage(imports: Command): void {
  addListOptions(imports.command('lineage [file]'))
    .description('nhập việc sáp nhập, chia tách, đổi tên đơn vị')
    .option('--on <ngày>', 'ngày đầu tiên của đơn vị mới, năm-tháng-ngày')
    .option('--decision <văn bản>', 'số, ký hiệu nghị quyết')
    .action(
      runs(async (context, args, options) => {
        if (options.template === true) return templateOutcome(importTemplates.lineage);
        const file = fileArgument(args);
        const on = requiredDate(options, 'on');
        const decision = requiredText(options, 'decision', '--decision <văn bản>');
        const { confirmed, dryRun, ...reading } = listOptions(options);
        const { rows, ...enclosed } = await readTableFile(file, importShapes.lineage, reading);
        const payload = { rows, on, decision, confirmed };
        const request = { ...(await actAs(context)), enclosed };
        const { source } = enclosed;
        const report = dryRun
          ? await ask(previewLineageImport, request, payload)
          : await carryOut(importLineage, request, { id: uuidV7(), payload });
        return importOutcome({ report, source, dryRun });
      }),
    );
}
