import type { ImportRow, UnitRow } from './import-row.ts';

type WideRow = ImportRow<string, string>;

/** The columns in which a level of the tree stands in each row. */
interface Level {
  readonly code: string;
  readonly name: string;
  readonly kind?: string;
}

const province = { code: 'province_code', name: 'province_name' };
const district = { code: 'district_code', name: 'district_name' };
const commune = { code: 'code', name: 'name', kind: 'kind' };

/** Of each level the rows that were not told yet, each under the level before it. The kind of those above is in their names. */
function retell(rows: readonly WideRow[], levels: readonly Level[]): UnitRow[] {
  const told = new Set<string>();
  const units: UnitRow[] = [];
  for (const { line, values, numeric = [], fault, faultColumn } of rows) {
    if (fault !== undefined) {
      units.push({ line, values: { code: '', name: '' }, fault, faultColumn });
      continue;
    }
    let parent = '';
    let parentColumn: string | undefined;
    for (const level of levels) {
      const [code, name] = [values[level.code] ?? '', values[level.name] ?? ''];
      const isLowest = level === levels.at(-1);
      // As of a district without communes.
      if (code === '' && name === '') continue;
      const key = JSON.stringify([code, name, parent]);
      // A parent that is named by its code alone is one that is there already.
      if ((isLowest || name !== '') && !told.has(key)) {
        if (!isLowest) told.add(key);
        const numbers = [
          ...(numeric.includes(level.code) ? ['code'] : []),
          ...(parentColumn !== undefined && numeric.includes(parentColumn) ? ['parent_code'] : []),
        ];
        const kind = level.kind === undefined ? '' : (values[level.kind] ?? '');
        units.push({
          line,
          values: { code, name, kind, parent_code: parent },
          ...(numbers.length > 0 && { numeric: numbers }),
        });
      }
      [parent, parentColumn] = [code, level.code];
    }
  }
  return units;
}

const above = {
  province_code: ['Mã TP', 'Mã tỉnh', 'Mã tỉnh, thành phố', 'Mã tỉnh/thành phố', 'Mã T/TP'],
  province_name: [
    'Tỉnh Thành Phố',
    'Tỉnh / Thành phố',
    'Tỉnh, thành phố',
    'Tỉnh/TP',
    'Tỉnh',
    'Tên tỉnh',
    'Tên tỉnh/thành phố',
  ],
  english_name: ['Tên Tiếng Anh'],
  decree: ['Nghị định', 'Nghị quyết', 'Số nghị định', 'Văn bản'],
};
const kinds = ['Cấp', 'Loại', 'Loại đơn vị', 'Cấp hành chính'];

/** The list of the statistics office as it could be downloaded until 30 June 2025: a commune a row, its district and province beside it. */
const withDistricts = {
  required: ['province_code', 'province_name', 'district_code', 'district_name', 'code', 'name'],
  optional: ['kind'],
  headings: {
    ...above,
    district_code: ['Mã QH', 'Mã quận huyện', 'Mã huyện'],
    district_name: ['Quận Huyện', 'Quận / Huyện', 'Quận, huyện', 'Tên quận huyện'],
    code: ['Mã PX', 'Mã phường xã', 'Mã xã'],
    name: ['Phường Xã', 'Phường / Xã', 'Phường, xã', 'Tên phường xã'],
    kind: kinds,
  },
  codes: ['province_code', 'district_code', 'code'],
  retell: (rows: readonly WideRow[]) => retell(rows, [province, district, commune]),
};

/** The same since then: there are no districts. */
const withProvinces = {
  required: ['code', 'name', 'province_code'],
  optional: ['kind', 'province_name'],
  headings: {
    ...above,
    code: ['Mã', 'Mã PX', 'Mã đơn vị', 'Mã xã', 'Mã phường xã'],
    name: ['Tên', 'Phường Xã', 'Phường / Xã', 'Tên đơn vị', 'Tên phường xã'],
    kind: kinds,
  },
  codes: ['province_code', 'code'],
  retell: (rows: readonly WideRow[]) => retell(rows, [province, commune]),
};

/** Layouts in which a row names a unit and all that is above it. */
export const wideUnitLists = [withDistricts, withProvinces] as const;
