import type { ImportSource } from '@kycuong/domain/organisation/import-row.ts';

/** What was passed over or needs a look in what was read; nothing where a file is plain. */
export function sourceText(source: ImportSource): string[] {
  const { sheet, otherSheets, titleRows, hiddenRows, totalRows, ignoredColumns } = source;
  const others = otherSheets.length > 0 ? ` (không đọc: ${otherSheets.join(', ')}; xem --sheet)` : '';
  return [
    ...(sheet === null ? [] : [`Trang tính: ${sheet}${others}.`]),
    ...(titleRows > 0 ? [`Bỏ qua ${titleRows} dòng tên bảng phía trên.`] : []),
    ...(totalRows.length > 0 ? [`Bỏ qua dòng cộng: ${totalRows.join(', ')}.`] : []),
    ...(hiddenRows.length > 0
      ? [`${hiddenRows.length} dòng đang ẩn vẫn được đọc: ${firstOf(hiddenRows)}.`]
      : []),
    ...(ignoredColumns.length > 0 ? [`Cột bỏ qua: ${ignoredColumns.join(', ')}.`] : []),
  ];
}

function firstOf(lines: readonly number[]): string {
  return `${lines.slice(0, 20).join(', ')}${lines.length > 20 ? ', …' : ''}`;
}
