import { expect, it } from 'vitest';
import { fewLines } from './few-lines.ts';

it('lets sixty lines a minute through, and says of the others how many there were', () => {
  const lines: Readonly<Record<string, unknown>>[] = [];
  let now = 1_000_000;
  const log = fewLines(
    (entry) => lines.push(entry),
    () => now,
  );
  for (let index = 0; index < 100; index += 1) log({ index });
  expect(lines).toHaveLength(60);
  now += 60_000;
  log({ index: 100 });
  expect(lines.slice(60)).toEqual([{ leftOut: 40 }, { index: 100 }]);
});
