import { storableLine, storableText } from '@kycuong/domain/input/storable-text.ts';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';

/** Sizes in half-points and distances in twentieths of a point, as the file format counts them. */
export const points = (size: number) => size * 2;
export const millimetres = (length: number) => Math.round((length / 25.4) * 1440);
export const bodyPoints = 14;
const bodySize = points(bodyPoints);
/** What A4 leaves between margins of 30 and 20 mm. */
export const textWidth = 160;

type Line = Omit<IParagraphOptions, 'children' | 'text'> & {
  bold?: boolean;
  italics?: boolean;
  size?: number;
};

/**
 * One line of text with its typography. What was stored by an earlier release may hold what no document takes, and then
 * Word opens none of it.
 */
export function line(text: string, { bold, italics, size, ...paragraph }: Line = {}): Paragraph {
  return new Paragraph({
    ...paragraph,
    children: [
      new TextRun({
        text: storableLine(text),
        bold: bold ?? false,
        italics: italics ?? false,
        size: size ?? bodySize,
      }),
    ],
  });
}

/** A paragraph of the body for each line of the text: justified, first line indented, 6 pt apart, 1.15 lines high. */
export function body(text: string, more: Line = {}): Paragraph[] {
  return storableText(text)
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) =>
      line(part.trim(), {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: millimetres(10) },
        spacing: { before: 120, line: 276, lineRule: LineRuleType.AUTO },
        ...more,
      }),
    );
}

/** A heading inside the body, of which a reader's outline is made. */
export function heading(text: string, level: 1 | 2): Paragraph {
  return line(text, {
    bold: true,
    outlineLevel: level - 1,
    indent: { firstLine: millimetres(10) },
    spacing: { before: 160 },
    keepNext: true,
  });
}

/** A4, margins 20/20/30/20 mm, Times New Roman 14, page numbers on top from the second page on; `note` at every foot. */
export function officialDocument(
  title: string,
  children: (Paragraph | Table)[],
  note: string | null = null,
): Document {
  const centre = { alignment: AlignmentType.CENTER };
  const pageNumber = new Paragraph({
    ...centre,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: points(13) })],
  });
  const foot = () =>
    new Footer({ children: [line(note ?? '', { ...centre, italics: true, size: points(11) })] });
  return new Document({
    title: storableLine(title),
    creator: 'Kỷ Cương',
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: bodySize, language: { value: 'vi-VN' } } },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: {
              top: millimetres(20),
              bottom: millimetres(20),
              left: millimetres(30),
              right: millimetres(20),
              header: millimetres(10),
              footer: millimetres(10),
            },
          },
        },
        headers: { default: new Header({ children: [pageNumber] }), first: new Header({ children: [] }) },
        ...(note === null ? {} : { footers: { default: foot(), first: foot() } }),
        children,
      },
    ],
  });
}
