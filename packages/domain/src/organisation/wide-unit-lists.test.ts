import { describe, expect, it } from 'vitest';
import { wideUnitLists } from './wide-unit-lists.ts';

const [withDistricts, withProvinces] = wideUnitLists;
const hanoi = { province_code: '01', province_name: 'Thành phố Hà Nội' };
const baDinh = { ...hanoi, district_code: '001', district_name: 'Quận Ba Đình' };
const wide = (line: number, values: Record<string, string>) => ({ line, values });

describe('a list with a commune a row and all that is above it', () => {
  it('tells each province and district once, each unit under its parent', () => {
    const rows = [
      wide(2, { ...baDinh, code: '00001', name: 'Phường Phúc Xá', kind: 'Phường' }),
      wide(3, { ...baDinh, code: '00004', name: 'Phường Trúc Bạch', kind: 'Phường' }),
    ];
    expect(withDistricts.retell(rows)).toEqual([
      { line: 2, values: { code: '01', name: 'Thành phố Hà Nội', kind: '', parent_code: '' } },
      { line: 2, values: { code: '001', name: 'Quận Ba Đình', kind: '', parent_code: '01' } },
      { line: 2, values: { code: '00001', name: 'Phường Phúc Xá', kind: 'Phường', parent_code: '001' } },
      { line: 3, values: { code: '00004', name: 'Phường Trúc Bạch', kind: 'Phường', parent_code: '001' } },
    ]);
  });

  it('has districts without communes, and rows that could not be read', () => {
    const island = {
      ...hanoi,
      district_code: '318',
      district_name: 'Huyện đảo',
      code: '',
      name: '',
      kind: '',
    };
    const torn = { ...wide(3, {}), fault: 'file.cells-too-many' as const, faultColumn: '9' };
    expect(
      withDistricts.retell([wide(2, island), torn]).map(({ values, fault }) => [values.code, fault]),
    ).toEqual([
      ['01', undefined],
      ['318', undefined],
      ['', 'file.cells-too-many'],
    ]);
  });

  it('tells a province again where its name or code is another: which is right is not for the reader to say', () => {
    const rows = [
      wide(2, { ...hanoi, code: '00004', name: 'Phường Ba Đình', kind: 'Phường' }),
      wide(3, { ...hanoi, province_name: 'Hà Nội', code: '00008', name: 'Phường Ngọc Hà', kind: 'Phường' }),
    ];
    expect(withProvinces.retell(rows).map(({ values }) => values.name)).toEqual([
      'Thành phố Hà Nội',
      'Phường Ba Đình',
      'Hà Nội',
      'Phường Ngọc Hà',
    ]);
  });

  it('keeps which codes were numbers, and a parent that is named by its code alone', () => {
    const row = {
      ...wide(2, { province_code: '1', code: '4', name: 'Phường Ba Đình' }),
      numeric: ['province_code', 'code'],
    };
    expect(withProvinces.retell([row])).toEqual([
      {
        line: 2,
        values: { code: '4', name: 'Phường Ba Đình', kind: '', parent_code: '1' },
        numeric: ['code', 'parent_code'],
      },
    ]);
  });
});
