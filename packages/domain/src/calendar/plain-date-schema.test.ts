import { expect, it } from 'vitest';
import { PlainDate } from './plain-date-schema.ts';

it.each([
  ['', 'input.required'],
  [' ', 'input.required'],
  ['31/02/2026', 'input.no-such-day'],
  ['ngày mai', 'input.not-a-date'],
])('says of “%s” what it is', (typed, key) => {
  expect(PlainDate.safeParse(typed).error?.issues).toMatchObject([{ message: key }]);
});
