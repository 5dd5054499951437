import { storableLine, storableText } from '@kycuong/domain/input/storable-text.ts';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';

/** Sizes in half-points and distances in twentieths of a point, as the file format counts them. */
const points = (size: number) => size * 2;
const millimetres = (length: number) => Math.round((length / 25.4) * 1440);
const bodySize = points(14);

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

/** A paragraph of the body for each line of the text: justified, first line indented, 6 pt apart. */
export function body(text: string): Paragraph[] {
  return storableText(text)
    .split(/\n+/)
    .filter((part) => part.trim() !== '')
    .map((part) =>
      line(part.trim(), {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: millimetres(10) },
        spacing: { before: 120, line: 300 },
      }),
    );
}

/** A heading inside the body. */
export function heading(text: string): Paragraph {
  return line(text, {
    bold: true,
    indent: { firstLine: millimetres(10) },
    spacing: { before: 160 },
    keepNext: true,
  });
}

/** The short rule below the agency's name and the motto. */
function rule(width: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 120 },
    indent: { left: width, right: width },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const;
const borderless = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** Two columns without lines: the head of a document, and its foot. */
export function sideBySide(left: Paragraph[], right: Paragraph[], leftShare: number): Table {
  const cell = (children: Paragraph[], share: number) =>
    new TableCell({
      children,
      width: { size: share, type: WidthType.PERCENTAGE },
      verticalAlign: VerticalAlignTable.TOP,
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: borderless,
    rows: [new TableRow({ children: [cell(left, leftShare), cell(right, 100 - leftShare)] })],
  });
}

/** A ruled table; its first row is repeated on every page. `shares` in hundredths of the width. */
export function ruledTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[],
) {
  const cells = (texts: readonly string[], bold: boolean) =>
    texts.map(
      (text, index) =>
        new TableCell({
          width: { size: shares[index] ?? 20, type: WidthType.PERCENTAGE },
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          children: storableText(text)
            .split('\n')
            .map((part) =>
              line(part, {
                bold,
                size: points(12),
                alignment: bold ? AlignmentType.CENTER : AlignmentType.LEFT,
              }),
            ),
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: cells(head, true) }),
      ...rows.map((texts) => new TableRow({ cantSplit: true, children: cells(texts, false) })),
    ],
  });
}

interface DocumentHead {
  readonly superior: string | null;
  readonly agency: string;
  readonly number: string;
  readonly place: string;
  /** `YYYY-MM-DD`; null while undated. */
  readonly date: string | null;
}

/** Quốc hiệu, tiêu ngữ, agency, number, place and date (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I). */
export function documentHead({ superior, agency, number, place, date }: DocumentHead): Table {
  const centre = { alignment: AlignmentType.CENTER };
  const [year, month = '', day] = date?.split('-') ?? [];
  // Days below 10 and the months 1 and 2 carry a leading zero (Phụ lục I, mục II.4).
  const dated =
    date === null
      ? '…… tháng …… năm ……'
      : `${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
  return sideBySide(
    [
      ...(superior === null ? [] : [line(superior.toLocaleUpperCase('vi'), { ...centre, size: points(13) })]),
      line(agency.toLocaleUpperCase('vi'), { ...centre, bold: true, size: points(13) }),
      rule(millimetres(20)),
      line(`Số: ${number}`, { ...centre, size: points(13), spacing: { before: 120 } }),
    ],
    [
      line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...centre, bold: true, size: points(13) }),
      line('Độc lập - Tự do - Hạnh phúc', { ...centre, bold: true }),
      rule(millimetres(14)),
      line(`${place}, ngày ${dated}`, { ...centre, italics: true, spacing: { before: 120 } }),
    ],
    42,
  );
}

/** Where the document goes, beside the signer's office and name. */
export function documentFoot(recipients: readonly string[], signerTitle: string, signer: string): Table {
  const centre = { alignment: AlignmentType.CENTER };
  return sideBySide(
    [
      line('Nơi nhận:', { bold: true, italics: true, size: points(12) }),
      ...recipients.map((name, index) =>
        line(`- ${name}${index === recipients.length - 1 ? '.' : ';'}`, { size: points(11) }),
      ),
    ],
    [
      line(signerTitle.toLocaleUpperCase('vi'), { ...centre, bold: true }),
      line(signer, { ...centre, bold: true, spacing: { before: 1400 } }),
    ],
    50,
  );
}

/** A4, margins 20/20/30/20 mm, Times New Roman 14, page numbers on top from the second page on. */
export function officialDocument(title: string, children: (Paragraph | Table)[]): Document {
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: points(13) })],
  });
  return new Document({
    title: storableLine(title),
    creator: 'Kỷ Cương',
    styles: { default: { document: { run: { font: 'Times New Roman', size: bodySize } } } },
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
            },
          },
        },
        headers: { default: new Header({ children: [pageNumber] }), first: new Header({ children: [] }) },
        children,
      },
    ],
  });
}
