import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Archive } from './open-archive.ts';
import { readXml } from './read-xml.ts';

/** Where the parts of a workbook lie in its archive. */
interface Contents {
  /** In the order of the tabs. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** Days are counted from 1904, as older programs on Macs did. */
  readonly from1904: boolean;
}

/** One for each day of two years; a workbook may name the same part as often as it likes. */
const mostSheets = 1_000;

const kinds = /\/relationships\/(worksheet|sharedStrings|styles)$/;
const pathOf = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** @throws DomainError `invalid` with `file.not-a-table` when the archive is no workbook */
export async function readContents(archive: Archive): Promise<Contents> {
  const workbook = archive.read('xl/workbook.xml');
  const relations = archive.read('xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined) throw new DomainError('invalid', 'file.not-a-table');
  const paths = new Map<string, string>();
  const only = new Map<string, string>();
  await readXml(relations, {
    open: (name, { Id, Type = '', Target }) => {
      const kind = kinds.exec(Type)?.[1];
      if (name !== 'Relationship' || kind === undefined || Target === undefined) return;
      if (kind === 'worksheet') paths.set(Id ?? '', pathOf(Target));
      else only.set(kind, pathOf(Target));
    },
  });
  const sheets: Contents['sheets'][number][] = [];
  let from1904 = false;
  await readXml(workbook, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      const path = paths.get(id ?? '');
      // A tab that holds a chart has no rows and is none of these.
      if (path === undefined) return;
      const { name = '', state = 'visible' } = attributes;
      sheets.push({ name, hidden: state !== 'visible', path });
      if (sheets.length > mostSheets) throw new DomainError('invalid', 'file.not-a-table');
    },
  });
  return { sheets, sharedStrings: only.get('sharedStrings'), styles: only.get('styles'), from1904 };
}
