import { importTemplates } from '@kycuong/domain/organisation/import-template.ts';
import { expect, it } from 'vitest';
import { templateWorkbook } from './template-workbook.ts';

const titles = {
  list: 'Danh sách',
  guide: 'Hướng dẫn',
  head: ['Cột', 'Ý nghĩa', 'Ví dụ'],
  required: 'bắt buộc',
};

it.each(Object.values(importTemplates))('makes a workbook of $fileName', async (template) => {
  const words = template.columns.map((column) => ({ ...column, meaning: column.heading }));
  const bytes = Buffer.from(await (await templateWorkbook(template, words, titles)).arrayBuffer());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});
