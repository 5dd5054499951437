import { storableText } from '@kycuong/domain/input/storable-text.ts';
import {
  AlignmentType,
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { line, millimetres, points } from './official-document.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const;
const borderless = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const noMargins = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA } as const;

/** Widths in millimetres that hold whatever stands in the cells. */
const fixed = (widths: readonly number[]) => ({
  width: { size: widths.reduce((sum, width) => sum + millimetres(width), 0), type: WidthType.DXA },
  columnWidths: widths.map(millimetres),
  layout: TableLayoutType.FIXED,
});
const wide = (width: number) => ({ size: millimetres(width), type: WidthType.DXA });

/** Two columns without lines or margins, the left one ending before its edge: the head of a document, and its foot. In millimetres. */
export function sideBySide(
  left: Paragraph[],
  right: Paragraph[],
  [leftWidth, rightWidth]: readonly [number, number],
  gap = 0,
): Table {
  const cell = (children: Paragraph[], width: number, end = 0) =>
    new TableCell({
      children,
      width: wide(width),
      margins: { ...noMargins, right: millimetres(end) },
      verticalAlign: VerticalAlignTable.TOP,
    });
  return new Table({
    ...fixed([leftWidth, rightWidth]),
    borders: borderless,
    margins: noMargins,
    rows: [
      new TableRow({ cantSplit: true, children: [cell(left, leftWidth, gap), cell(right, rightWidth)] }),
    ],
  });
}

/** A ruled table; its first row is repeated on every page. Widths in millimetres. */
export function ruledTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Table {
  const cells = (texts: readonly string[], bold: boolean) =>
    texts.map(
      (text, index) =>
        new TableCell({
          width: wide(widths[index] ?? 0),
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          children: storableText(text)
            .split('\n')
            .map((part) =>
              line(part, {
                bold,
                size: points(12),
                alignment: bold || index === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
              }),
            ),
        }),
    );
  return new Table({
    ...fixed(widths),
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) }),
      ...rows.map((texts) => new TableRow({ cantSplit: true, children: cells(texts, false) })),
    ],
  });
}
