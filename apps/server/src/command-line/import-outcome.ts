import { errorText } from '@kycuong/domain/error/catalogue.ts';
import {
  describeImport,
  type ImportReport,
  type UnmatchedUnit,
} from '@kycuong/domain/organisation/import-report.ts';
import type { ImportSource } from '@kycuong/domain/organisation/import-row.ts';
import { listed, listedLines } from './listed.ts';
import type { Outcome } from './outcome.ts';
import { sourceText } from './source-text.ts';

export interface Imported {
  readonly report: ImportReport & { readonly unmatched?: readonly UnmatchedUnit[] };
  readonly source: ImportSource;
  /** It was only looked through. */
  readonly dryRun: boolean;
  readonly note?: string | undefined;
}

/** The report of an import, whole as JSON and with its first lines in words. Refused when no row could be taken. */
export function importOutcome({ report, source, dryRun, note }: Imported): Outcome {
  const { rejected, warnings, asked, changes, ...numbers } = describeImport(report, 'vi');
  const { unmatched } = report;
  const { read, created, updated, unchanged, refused, waits } = numbers;
  const nothing = read > 0 && refused === read;
  const code = 'file.nothing-accepted';
  const message = errorText(code, 'vi');
  const line = rejected[0]?.line;
  const held = asked.filter((question) => question.waits);
  const besides = asked.filter((question) => !question.waits);
  const text = [
    ...(nothing ? [message] : []),
    ...sourceText(source),
    `Đã đọc ${read} dòng: ${created} mới, ${updated} cập nhật, ${unchanged} không đổi, ${refused} bị từ chối${waits > 0 ? `, ${waits} chờ trả lời` : ''}.`,
    ...(dryRun ? ['Chỉ kiểm tra, chưa ghi gì.'] : []),
    ...(note === undefined ? [] : [note]),
    ...listedLines('Bị từ chối', rejected),
    ...listedLines('Cần xem lại', warnings),
    ...listedLines('Cần trả lời; dòng chỉ được nhập khi có', held.map(withAnswer)),
    ...listedLines('Cần trả lời; dòng vẫn được nhập, riêng việc hỏi chỉ làm khi có', besides.map(withAnswer)),
    ...listedLines(dryRun ? 'Sẽ thay đổi' : 'Thay đổi', changes),
    ...listed('Đơn vị kết thúc, chưa có đơn vị tiếp nhận', (unmatched ?? []).map(nameOf), 'đơn vị'),
  ];
  return {
    data: {
      ...numbers,
      rejected,
      warnings,
      asked,
      changes,
      ...(unmatched && { unmatched }),
      source,
      dryRun,
      ...(nothing ? { error: { code, message, line } } : {}),
    },
    text: text.join('\n'),
    refused: nothing,
  };
}

function withAnswer({ line, reason, id }: { line: number; reason: string; id: string }) {
  return { line, reason: `${reason} --confirm ${/\s/.test(id) ? `'${id}'` : id}` };
}

function nameOf({ code, name, parentName }: UnmatchedUnit): string {
  return `${code} ${name}${parentName === null ? '' : `, ${parentName}`}`;
}
