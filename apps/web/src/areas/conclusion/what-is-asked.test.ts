import { expect, it } from 'vitest';
import { whatIsAsked } from './what-is-asked.ts';

const of = (id: string, dueOn: string) => ({ unit: { id, name: `Xã ${id}` }, dueOn });

it('counts what is asked of each unit, with every last day once', () => {
  const rows = [of('A', '2026-12-14'), of('B', '2026-12-14'), of('A', '2026-12-14'), of('A', '2026-12-08')];
  expect(whatIsAsked(rows)).toEqual([
    { unitName: 'Xã A', count: 3, dueOn: ['2026-12-08', '2026-12-14'] },
    { unitName: 'Xã B', count: 1, dueOn: ['2026-12-14'] },
  ]);
  expect(whatIsAsked([])).toEqual([]);
});
