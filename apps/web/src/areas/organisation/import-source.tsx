import { useMessages } from '@kycuong/ui/i18n.ts';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { lineRanges } from './line-ranges.ts';
import type { ImportOutcome } from './send-import.ts';

const mostRanges = 12;

/** What was read of the file, and what was passed over; what does not apply is not mentioned. */
export function ImportSource({ source }: { readonly source: ImportOutcome['source'] }) {
  const { t } = useMessages();
  const { fileName, sheet, otherSheets, titleRows, totalRows, hiddenRows, ignoredColumns } = source;
  const ranges = lineRanges(hiddenRows);
  const shown = ranges.slice(0, mostRanges);
  const left = ranges.slice(mostRanges).reduce((sum, { count }) => sum + count, 0);
  const list = shown.map(({ text }) => text).join(', ');
  const lines = left > 0 ? t('import:source-hidden-more', { lines: list, count: left }) : list;
  const facts: (readonly [string, string])[] = [[t('import:source-file'), fileName]];
  if (sheet !== null)
    facts.push([
      t('import:source-sheet'),
      otherSheets.length === 0 ? sheet : t('import:source-one-of', { sheet, others: otherSheets.join(', ') }),
    ]);
  if (titleRows > 0)
    facts.push([t('import:source-title-rows'), t('import:source-title-rows-text', { count: titleRows })]);
  if (totalRows.length > 0)
    facts.push([
      t('import:source-totals'),
      t('import:source-totals-text', { count: totalRows.length, lines: totalRows.join(', ') }),
    ]);
  if (hiddenRows.length > 0)
    facts.push([
      t('import:source-hidden'),
      t('import:source-hidden-text', { count: hiddenRows.length, lines }),
    ]);
  if (ignoredColumns.length > 0) facts.push([t('import:source-ignored'), ignoredColumns.join(', ')]);
  return <Facts items={facts} />;
}
