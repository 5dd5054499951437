import { expect, it } from 'vitest';
import { readUnitKind } from './read-unit-kind.ts';

it.each([
  ['thi-tran', 'Thị trấn Cổ Lễ', true, 'thi-tran'],
  ['Đặc khu', 'Đặc khu Phú Quốc', true, 'dac-khu'],
  ['Xã', 'Xã Trực Ninh', true, 'xa'],
  ['thanh-pho', 'Thành phố Hà Nội', false, 'thanh-pho-tw'],
  ['thanh-pho', 'Thành phố Nam Định', true, 'thanh-pho'],
  ['province', 'Thành phố Đồng Nai', false, 'thanh-pho-tw'],
  ['province', 'Tỉnh Ninh Bình', false, 'tinh'],
  ['Sở', 'Sở Nội vụ', true, 'department'],
  ['Phòng', 'Phòng Nội vụ', true, 'office'],
  ['làng', 'Làng', true, undefined],
  ['__proto__', 'x', true, undefined],
  ['constructor', 'x', true, undefined],
])('%s (%s)', (word, name, hasParent, kind) => {
  expect(readUnitKind(word, name, hasParent)).toBe(kind);
});
