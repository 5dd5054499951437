import { userColumns, userTemplate } from '../access/import-users.ts';
import { roleWords } from '../access/role-words.ts';
import { importHeadings } from './import-headings.ts';
import { lineageColumns, lineageTemplate, unitColumns, unitTemplate } from './import-row.ts';

interface TemplateColumn<Column extends string> {
  readonly column: Column;
  /** As offices read it. */
  readonly heading: string;
  /** Without it nothing can be read. */
  readonly required: boolean;
  readonly example: string;
}

export interface ImportTemplate<Column extends string = string> {
  /** Of a file to begin with, without its ending. */
  readonly fileName: string;
  readonly columns: readonly TemplateColumn<Column>[];
  /** Whole rows, in the order of the columns. */
  readonly examples: readonly (readonly string[])[];
}

function templateOf<Column extends string>(
  fileName: string,
  columns: readonly Column[],
  required: readonly string[],
  headings: Readonly<Record<Column, readonly [string, ...string[]]>>,
  examples: readonly Readonly<Record<Column, string>>[],
): ImportTemplate<Column> {
  const filled = (example: Readonly<Record<Column, string>>) =>
    columns.filter((column) => example[column] !== '').length;
  const fullest = examples.toSorted((one, other) => filled(other) - filled(one))[0];
  return {
    fileName,
    columns: columns.map((column) => ({
      column,
      heading: headings[column][0],
      required: required.includes(column),
      example: fullest?.[column] ?? '',
    })),
    examples: examples.map((example) => columns.map((column) => example[column])),
  };
}

/** By list, the file that an office fills in, with rows as they should look. */
export const importTemplates = {
  units: templateOf('don-vi', unitTemplate, unitColumns, importHeadings.units, [
    { code: '37', name: 'Tỉnh Ninh Bình', kind: 'Tỉnh', parent_code: '' },
    { code: '14026', name: 'Xã Cổ Lễ', kind: 'Xã', parent_code: '37' },
    { code: 'SNV', name: 'Sở Nội vụ', kind: 'Sở', parent_code: '37' },
  ]),
  lineage: templateOf('lich-su-sap-xep', lineageTemplate, lineageColumns, importHeadings.lineage, [
    {
      old_code: '14026',
      old_name: 'Thị trấn Cổ Lễ',
      old_district: 'Huyện Trực Ninh',
      old_province: 'Tỉnh Nam Định',
      new_code: '14026',
      new_name: 'Xã Cổ Lễ',
      new_province: 'Tỉnh Ninh Bình',
    },
    {
      old_code: '14035',
      old_name: 'Xã Trung Đông',
      old_district: 'Huyện Trực Ninh',
      old_province: 'Tỉnh Nam Định',
      new_code: '14026',
      new_name: 'Xã Cổ Lễ',
      new_province: 'Tỉnh Ninh Bình',
    },
  ]),
  users: templateOf('tai-khoan', userTemplate, userColumns, importHeadings.users, [
    {
      username: 'an.nguyen',
      full_name: 'Nguyễn Văn An',
      email: 'an.nguyen@tinh.gov.vn',
      unit_code: '14026',
      role: roleWords['agency-head'].vi,
      valid_from: '01/01/2026',
      valid_until: '31/12/2026',
    },
    {
      username: 'binh.tran',
      full_name: 'Trần Thị Bình',
      email: '',
      unit_code: 'SNV',
      role: roleWords.inspector.vi,
      valid_from: '01/01/2026',
      valid_until: '',
    },
  ]),
} as const;

const mark = 'Ví dụ: ';

/** Does a row begin as the examples of a template do? One that was left standing is nothing to import. */
export function isExample(firstCell: string): boolean {
  return firstCell.normalize('NFC').trimStart().toLowerCase().startsWith(mark.trimEnd().toLowerCase());
}

/**
 * A template as text: marked as UTF-8 and with semicolons, which spreadsheets set to Vietnamese divide by. Its examples
 * begin with a word that says so.
 */
export function templateCsv({ columns, examples }: ImportTemplate): string {
  const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = [
    columns.map(({ heading }) => heading),
    ...examples.map(([first = '', ...others]) => [`${mark}${first}`, ...others]),
  ];
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
