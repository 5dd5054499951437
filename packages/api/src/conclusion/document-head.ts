import { type Notice, nationalMotto, nationalName } from '@kycuong/domain/conclusion/notice.ts';
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, type Table } from 'docx';
import { boldWidth } from './bold-width.ts';
import { sideBySide } from './document-tables.ts';
import { bodyPoints, line, millimetres, points, textWidth } from './official-document.ts';

const centre = { alignment: AlignmentType.CENTER };
const headPoints = 13;
/** The national name in 13 points is 95.7 mm wide and stands on one line. */
const headWidths = [60, 100] as const;
/** Between the two names. */
const gap = 4;
/** A rule below a name is a third to a half as long as it. */
const shareOfName = 0.4;

/** A rule of a length in the middle of a column, both in millimetres. */
function rule(length: number, column: number): Paragraph {
  const beside = millimetres((column - length) / 2);
  return new Paragraph({
    ...centre,
    spacing: { line: 120, lineRule: LineRuleType.EXACT },
    indent: { left: beside, right: beside },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}

/** The lines that a bold text takes in a column, as their words. */
function linesOf(text: string, size: number, column: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter((part) => part !== undefined).join(' ');
    if (lines.length === 0 || boldWidth(longer, size) > column) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** Where a title is read on without a stumble; most words of the language are written in two parts. */
function breaksWell(lines: readonly string[]): boolean {
  return lines
    .slice(1)
    .every(
      (next, index) =>
        /[,;]$/.test(lines[index] ?? '') || /^(và|của|tại|trong|về|theo|đối|năm|việc) /.test(next),
    );
}

/**
 * The narrowest column in which a text takes no more lines and breaks well, or the narrowest of all: its lines are of
 * like length then. What layout programs round must not break it once more.
 */
function balancedColumn(text: string, size: number, column: number): number {
  const count = linesOf(text, size, column).length;
  const fitting = Array.from({ length: Math.floor(column / 2) }, (_, narrower) => column - narrower)
    .map((width) => ({ width, lines: linesOf(text, size, width) }))
    .filter(({ lines }) => lines.length === count)
    .toReversed();
  const best = fitting.find(({ lines }) => breaksWell(lines)) ?? fitting[0];
  return Math.min(column, (best?.width ?? column) + 1);
}

/** Bold names in the middle of their column, with the rule below the last of them. */
function ruledNames(texts: readonly string[], size: number, column: number): Paragraph[] {
  const last = texts.at(-1) ?? '';
  const lines = linesOf(last, size, balancedColumn(last, size, column));
  const longest = Math.min(column, Math.max(...lines.map((words) => boldWidth(words, size))));
  return [
    ...texts.map((text) => {
      const beside = millimetres((column - balancedColumn(text, size, column)) / 2);
      return line(text, {
        ...centre,
        bold: true,
        size: points(size),
        indent: { left: beside, right: beside },
      });
    }),
    rule(shareOfName * longest, column),
  ];
}

/** Agency and number beside quốc hiệu, tiêu ngữ, place and date (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I). */
export function documentHead({ superior, agency, number, dated }: Notice): Table {
  const [left, right] = headWidths;
  const column = left - gap;
  return sideBySide(
    [
      ...(superior === null ? [] : [line(superior, { ...centre, size: points(headPoints) })]),
      ...ruledNames(agency, headPoints, column),
      line(`Số: ${number}`, { ...centre, size: points(headPoints), spacing: { before: 120 } }),
    ],
    [
      line(nationalName, { ...centre, bold: true, size: points(headPoints) }),
      line(nationalMotto, { ...centre, bold: true }),
      // As long as the motto.
      rule(boldWidth(nationalMotto, bodyPoints), right),
      line(dated, { ...centre, italics: true, spacing: { before: 120 } }),
    ],
    headWidths,
    gap,
  );
}

/** What kind of document it is, and of what: the rule below is a part of the longest line. */
export function documentTitle({ title, subject }: Notice): Paragraph[] {
  return [
    line(title, { ...centre, bold: true, spacing: { before: 360 } }),
    ...ruledNames([subject], bodyPoints, textWidth),
  ];
}
