import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { mostColumns } from '@kycuong/domain/organisation/import-row.ts';
import type { Grid } from './read-csv.ts';
import { openArchive } from './workbook/open-archive.ts';
import { readContents } from './workbook/read-contents.ts';
import { readSharedStrings } from './workbook/read-shared-strings.ts';
import { readSheet } from './workbook/read-sheet.ts';
import { readStyles } from './workbook/read-styles.ts';

/** yauzl says it in words alone. */
const isWrongSize = (error: unknown) => error instanceof Error && /bytes in the stream/.test(error.message);

async function readFirstSheet(bytes: Buffer): Promise<Grid> {
  const archive = await openArchive(bytes);
  const { sheets, sharedStrings, styles, from1904 } = await readContents(archive);
  const strings = archive.read(sharedStrings ?? '');
  const formats = archive.read(styles ?? '');
  const sheet = archive.read(sheets[0]?.path ?? '');
  if (sheet === undefined) throw new DomainError('invalid', 'file.not-a-table');
  const background = {
    sharedStrings: strings === undefined ? [] : await readSharedStrings(strings),
    styles: formats === undefined ? [] : await readStyles(formats),
    from1904,
  };
  return { rows: (await readSheet(sheet, background)).rows, width: mostColumns };
}

/**
 * The rows of a workbook's first sheet as text: numbers as written without grouping, dates as `YYYY-MM-DD`.
 * @throws DomainError `invalid` when it is not a workbook, `too-large` where it holds more than anybody reads.
 */
export async function readXlsx(bytes: Buffer): Promise<Grid> {
  return readFirstSheet(bytes).catch((error: unknown) => {
    if (error instanceof DomainError) throw error;
    throw new DomainError('invalid', isWrongSize(error) ? 'file.sizes-wrong' : 'file.not-a-table');
  });
}
