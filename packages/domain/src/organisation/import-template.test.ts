import { describe, expect, it } from 'vitest';
import { importTemplates, isExample, templateCsv } from './import-template.ts';

describe('the template of a list', () => {
  it('is text that spreadsheets set to Vietnamese divide into cells', () => {
    expect(templateCsv(importTemplates.units).split('\r\n')).toEqual([
      '\ufeffMã đơn vị;Tên đơn vị;Loại;Mã đơn vị cấp trên',
      'Ví dụ: 37;Tỉnh Ninh Bình;Tỉnh;',
      'Ví dụ: 14026;Xã Cổ Lễ;Xã;37',
      'Ví dụ: SNV;Sở Nội vụ;Sở;37',
      '',
    ]);
  });

  it.each(Object.values(importTemplates))(
    'tells each example from what is to be imported: $fileName',
    (one) => {
      for (const row of templateCsv(one).trimEnd().split('\r\n').slice(1)) expect(isExample(row)).toBe(true);
      for (const [first = ''] of one.examples) expect(isExample(first)).toBe(false);
      expect(one.columns.every(({ example }) => example !== '')).toBe(true);
    },
  );

  it('knows an example typed by hand, whatever the form of its letters', () => {
    expect([' ví dụ: 01', 'VÍ DỤ: 01'.normalize('NFD'), 'Vĩnh Phúc'].map(isExample)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
