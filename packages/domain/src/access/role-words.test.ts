import { expect, it } from 'vitest';
import { errorText } from '../error/catalogue.ts';
import { readRole } from './role-words.ts';

it.each([
  ['agency-head', 'agency-head'],
  ['Người đứng đầu', 'agency-head'],
  [' NGƯỜI  ĐỨNG ĐẦU ĐƠN VỊ'.normalize('NFD'), 'agency-head'],
  ['nguoi dung dau', 'agency-head'],
  ['Inspector', 'inspector'],
  ['Cán bộ kiểm tra', 'inspector'],
  ['Lãnh đạo', 'leadership'],
  ['Cơ quan chủ trì kiểm tra', 'programme-office'],
  ['Văn phòng chương trình', 'programme-office'],
  ['Programme office', 'programme-office'],
  ['Cơ quan đầu mối ISO (Chi cục TĐC)', 'quality-office'],
  ['Cơ quan chất lượng', 'quality-office'],
  ['Quản trị hệ thống', 'administrator'],
  ['thanh tra', undefined],
  ['', undefined],
])('“%s” is the role %s', (cell, role) => {
  expect(readRole(cell)).toBe(role);
});

it('offers the choices in the words of the reader', () => {
  expect(errorText('access.role-unknown', 'vi')).toContain('Người đứng đầu đơn vị');
  expect(errorText('access.role-unknown', 'en')).toContain('Agency head');
});
