/** Prints who may call what, as the tests hold it: `npm run rights`, or with `-- --people` everybody by name. */
import {
  people,
  type Reached,
  roundsTried,
  unitPlaces,
  words,
} from '../packages/api/src/testing/rights/people.ts';
import { rights } from '../packages/api/src/testing/rights/table.ts';

type Row = Extract<(typeof rights)[string], readonly unknown[]>[number];

function thingsOf(on: Row['on']): readonly Reached[] {
  if (on === 'units') return unitPlaces.map((place) => ({ place }));
  if (on === 'provinces') return [{ place: 'province' }, { place: 'other province' }];
  if (on === 'itself') return [{ place: 'whole' }];
  return roundsTried.filter(({ state }) => on.includes(state));
}

const named = (row: Row) =>
  thingsOf(row.on).map((thing) => {
    const allowed = people.filter((tried) => row.who.some((word) => words[word](tried, thing)));
    const where = thing.state === undefined ? thing.place : `${thing.state} at ${thing.place}`;
    return `  - ${where}: ${allowed.map(({ name }) => name).join('; ') || 'nobody'}`;
  });

const lines = ['| procedure | on | shows | who |', '|---|---|---|---|'];
for (const [path, right] of Object.entries(rights)) {
  if ('open' in right) lines.push(`| ${path} | | | open: ${right.open} |`);
  else
    for (const { on, who, shows } of right) {
      const where = typeof on === 'string' ? on : `rounds: ${on.join(', ')}`;
      lines.push(`| ${path} | ${where} | ${shows ?? ''} | ${who.join('; ') || 'nobody'} |`);
    }
}
if (process.argv.includes('--people'))
  for (const [path, right] of Object.entries(rights))
    if (!('open' in right))
      for (const row of right)
        lines.push('', `${path}${row.shows === undefined ? '' : ` (shows ${row.shows})`}`, ...named(row));
console.log(lines.join('\n'));
