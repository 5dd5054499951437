import { expect, it } from 'vitest';
import { pictureSize } from './picture-size.ts';

it.each([
  ['a photo', [4000, 3000], [2000, 1500]],
  ['a wide photo', [4000, 2250], [2000, 1125]],
  ['a small one', [1280, 960], [1280, 960]],
  ['a scrolled screenshot', [1080, 16_000], [1080, 16_000]],
  ['a panorama', [12_000, 3_000], [6_000, 1_500]],
  ['one that nobody could unpack', [1080, 60_000], [657, 36_515]],
  ['a line', [30_000, 1], [30_000, 1]],
] as const)('%s is kept so that it can be read', (_, [width, height], [wide, high]) => {
  expect(pictureSize({ width, height }, 2_000)).toEqual({ width: wide, height: high });
});
