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
  ['X.', 'Xã Thử', true, 'xa'],
  ['P.', 'Phường Thử', true, 'phuong'],
  ['TT', 'Thị trấn Thử', true, 'thi-tran'],
  ['ĐK', 'Đặc khu Thử', true, 'dac-khu'],
  ['TP', 'Thành phố Thử', true, 'thanh-pho'],
  ['TP.', 'Thành phố Thử', false, 'thanh-pho-tw'],
  ['TX', 'Thị xã Thử', true, 'thi-xa'],
  ['H.', 'Huyện Thử', true, 'huyen'],
  ['Q.', 'Quận Thử', true, 'quan'],
  ['Thành phố thuộc tỉnh', 'Thành phố Thử', true, 'thanh-pho'],
  ['Thành phố trực thuộc Trung ương', 'Thành phố Thử', false, 'thanh-pho-tw'],
  ['Thành phố Trung ương', 'Thành phố Thử', false, 'thanh-pho-tw'],
  ['UBND xã', 'UBND xã Thử', true, 'xa'],
  ['', 'Thị xã Thử', true, 'thi-xa'],
  ['', 'PHƯỜNG THỬ', true, 'phuong'],
  ['', 'Thành phố Thử', true, 'thanh-pho'],
  ['', 'Thành phố Thử', false, 'thanh-pho-tw'],
  ['', 'Xây dựng', true, undefined],
  ['làng', 'Làng', true, undefined],
  ['__proto__', 'x', true, undefined],
  ['constructor', 'x', true, undefined],
])('%s (%s)', (word, name, hasParent, kind) => {
  expect(readUnitKind(word, name, hasParent)).toBe(kind);
});
