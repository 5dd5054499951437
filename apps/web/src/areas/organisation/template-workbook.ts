import type { ImportTemplate } from '@kycuong/domain/organisation/import-template.ts';
import writeXlsxFile from 'write-excel-file/browser';
import type { ColumnWords } from './use-column-words.ts';

/** Rows ready to be filled in. Their cells are text, so that no zero before a code is lost and no day is turned round. */
const emptyRows = 500;

interface Titles {
  readonly list: string;
  readonly guide: string;
  /** Over the columns of the guide. */
  readonly head: readonly string[];
  readonly required: string;
}

const bold = (value: string) => ({ value, fontWeight: 'bold', backgroundColor: '#e8eaee' }) as const;

/** The list with nothing but its heading, and a second sheet that explains each column and shows whole rows. */
export async function templateWorkbook(
  { columns, examples }: ImportTemplate,
  words: readonly ColumnWords[],
  titles: Titles,
): Promise<Blob> {
  const empty = columns.map(() => ({ type: String, format: '@' }));
  const heading = columns.map(({ heading }) => bold(heading));
  const width = (at: number) => Math.max(18, ...examples.map((row) => (row[at]?.length ?? 0) + 4));
  const list = [heading, ...Array.from({ length: emptyRows }, () => empty)];
  const guide = [
    titles.head.map(bold),
    ...words.map(({ heading, required, meaning, example }) => [
      { value: required ? `${heading} (${titles.required})` : heading },
      { value: meaning, wrap: true },
      { value: example, type: String, format: '@' },
    ]),
    [],
    heading,
    ...examples.map((row) => row.map((value) => ({ value, type: String, format: '@' }))),
  ];
  return await writeXlsxFile([
    {
      data: list,
      sheet: titles.list,
      columns: columns.map((_, at) => ({ width: width(at) })),
      stickyRowsCount: 1,
    },
    { data: guide, sheet: titles.guide, columns: columns.map((_, at) => ({ width: [30, 60][at] ?? 24 })) },
  ]).toBlob();
}
