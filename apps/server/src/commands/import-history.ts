import { carryOut } from '@kycuong/api/carry-out.ts';
import { getImport } from '@kycuong/api/organisation/get-import.ts';
import { listImports } from '@kycuong/api/organisation/list-imports.ts';
import { takeBackImport } from '@kycuong/api/organisation/take-back-import.ts';
import { ask } from '@kycuong/api/query.ts';
import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Command } from 'commander';
import { actAs } from '../command-line/act-as.ts';
import { requiredText } from '../command-line/arguments.ts';
import { runs } from '../command-line/runs.ts';
import { UsageError } from '../command-line/usage-error.ts';

const words = { units: 'đơn vị', lineage: 'sắp xếp đơn vị', users: 'tài khoản' } as const;

/** `kycuong import list` and `kycuong import take-back ID --reason WHY` */
export function addImportHistory(imports: Command): void {
  imports
    .command('list')
    .description('xem các lần nhập danh sách, mới nhất trước')
    .action(
      runs(async (context) => {
        const request = await actAs(context);
        const { imports: kept, next } = await ask(listImports, request, {});
        const lines = kept.map(({ id, list, fileName, importerName, importedAt, changes, takenBack }) =>
          [
            ...[id, importedAt, words[list], fileName ?? '–', importerName, `${changes} thay đổi`],
            ...(takenBack ? ['đã thu hồi'] : []),
          ].join('  '),
        );
        return {
          data: { imports: kept, more: next !== null },
          text: lines.length === 0 ? 'Chưa có lần nhập nào.' : lines.join('\n'),
        };
      }),
    );
  imports
    .command('take-back <id>')
    .description('thu hồi một lần nhập khi chưa có dữ liệu nào dựa vào')
    .option('--reason <lý do>', 'ghi vào nhật ký')
    .action(
      runs(async (context, args, options) => {
        const [importId, ...others] = args;
        if (importId === undefined || others.length > 0) throw new UsageError('Cần đúng một mã lần nhập.');
        const reason = requiredText(options, 'reason', '--reason <lý do>');
        const request = await actAs(context);
        const { hindrances } = await ask(getImport, request, { importId });
        if (hindrances.length > 0) {
          const reasons = hindrances.map(({ key, details }) => errorText(key, 'vi', details));
          const [first] = hindrances;
          return {
            data: { error: { code: first?.key, message: reasons.join(' ') } },
            text: ['Không thu hồi được:', ...reasons.map((one) => `  ${one}`)].join('\n'),
            refused: true,
          };
        }
        const { changes } = await carryOut(takeBackImport, request, {
          id: uuidV7(),
          payload: { importId, reason },
        });
        return { data: { importId, changes }, text: `Đã thu hồi lần nhập ${importId}: ${changes} thay đổi.` };
      }),
    );
}
