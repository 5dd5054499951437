import { errorText } from '@kycuong/domain/error/catalogue.ts';
import {
  describeImport,
  type ImportReport,
  refusedRows,
} from '@kycuong/domain/organisation/import-report.ts';
import type { Outcome } from './outcome.ts';

const mostShown = 20;

/** The report of an import, whole as JSON and with its first faults in words. Refused when no row could be taken. */
export function importOutcome(report: ImportReport, note?: string): Outcome {
  const { rejected, warnings, asked, changes, ...numbers } = describeImport(report, 'vi');
  const refused = refusedRows(rejected);
  const nothing = report.read > 0 && refused === report.read;
  const code = 'file.nothing-accepted';
  const message = errorText(code, 'vi');
  const line = rejected[0]?.line;
  const { read, created, updated, unchanged } = numbers;
  const text = [
    ...(nothing ? [message] : []),
    `Đã đọc ${read} dòng: ${created} mới, ${updated} cập nhật, ${unchanged} không đổi, ${refused} bị từ chối.`,
    ...(note === undefined ? [] : [note]),
    ...listed('Bị từ chối', rejected),
    ...listed('Cần xem lại', warnings),
    ...listed('Cần trả lời (--confirm)', asked),
    ...listed('Thay đổi', changes),
  ];
  return {
    data: {
      ...numbers,
      rejected,
      warnings,
      asked,
      changes,
      ...(nothing ? { error: { code, message, line } } : {}),
    },
    text: text.join('\n'),
    refused: nothing,
  };
}

function listed(
  title: string,
  faults: readonly { readonly line: number; readonly reason: string }[],
): string[] {
  if (faults.length === 0) return [];
  const shown = faults.slice(0, mostShown).map(({ line, reason }) => `  dòng ${line}: ${reason}`);
  const more = faults.length - shown.length;
  return [
    `${title} (${faults.length}):`,
    ...shown,
    ...(more > 0 ? [`  … và ${more} dòng nữa (--json in đủ)`] : []),
  ];
}
