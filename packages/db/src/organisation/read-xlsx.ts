import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Grid, HoldsHeading } from './grid.ts';
import { openArchive } from './workbook/open-archive.ts';
import { readContents } from './workbook/read-contents.ts';
import { readSharedStrings } from './workbook/read-shared-strings.ts';
import { readSheet } from './workbook/read-sheet.ts';
import { readStyles } from './workbook/read-styles.ts';
import { refuseOtherKinds } from './workbook/refuse-other-kinds.ts';

/** yauzl says it in words alone. */
const isWrongSize = (error: unknown) => error instanceof Error && /bytes in the stream/.test(error.message);

const sameName = (one: string, other: string) =>
  one.normalize('NFC').trim().toLowerCase() === other.normalize('NFC').trim().toLowerCase();

async function readWorkbook(bytes: Buffer, holdsHeading: HoldsHeading, chosen?: string): Promise<Grid> {
  const archive = await openArchive(bytes);
  await refuseOtherKinds(archive);
  const { sheets, sharedStrings, styles, from1904 } = await readContents(archive);
  const candidates = sheets.filter(({ name, hidden }) =>
    chosen === undefined ? !hidden : sameName(name, chosen),
  );
  if (candidates.length === 0) {
    if (chosen === undefined) throw new DomainError('invalid', 'file.not-a-table');
    const names = sheets.map(({ name }) => name).join(', ');
    throw new DomainError('invalid', 'file.sheet-unknown', { sheet: chosen, sheets: names, field: 'sheet' });
  }
  const strings = archive.read(sharedStrings ?? '');
  const formats = archive.read(styles ?? '');
  const background = {
    sharedStrings: strings === undefined ? [] : await readSharedStrings(strings),
    styles: formats === undefined ? [] : await readStyles(formats),
    from1904,
  };
  let first: Grid | undefined;
  for (const { name, path } of candidates) {
    const pieces = archive.read(path);
    if (pieces === undefined) throw new DomainError('invalid', 'file.not-a-table');
    const { rows, merged, isWanted } = await readSheet(pieces, background, holdsHeading);
    const otherSheets = sheets.filter((sheet) => sheet.path !== path).map((sheet) => sheet.name);
    const grid = { rows, sheet: name, otherSheets, merged };
    if (isWanted) return grid;
    // The one of which is said what it lacks: the first with something in it.
    if (first === undefined || first.rows.length === 0) first = grid;
  }
  if (first === undefined) throw new DomainError('invalid', 'file.not-a-table');
  return first;
}

/**
 * The rows of a workbook's sheet as a person sees them: the chosen one, or the first that is shown and holds the heading.
 * @throws DomainError `invalid` when it is not a workbook, `too-large` where it holds more than anybody reads.
 */
export async function readXlsx(bytes: Buffer, holdsHeading: HoldsHeading, chosen?: string): Promise<Grid> {
  return readWorkbook(bytes, holdsHeading, chosen).catch((error: unknown) => {
    if (error instanceof DomainError) throw error;
    throw new DomainError('invalid', isWrongSize(error) ? 'file.sizes-wrong' : 'file.not-a-table');
  });
}
