/**
 * `npm run faults [-- --rounds n] [--seed n] [--only name,name]`: makes happen what goes wrong at a province's server and
 * counts what came of it. Exit code 1 when anything acknowledged is lost, anything did not come back or could not be tried.
 */
import { parseArgs } from 'node:util';
import { faults } from './faults.ts';
import { isFailed, notDone, type Row, tableOf } from './row.ts';
import { chanceOf } from './stage/chance.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const [rounds, seed] = [Number(options.rounds), Number(options.seed)];
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1 on');
if (!Number.isInteger(seed)) throw new Error('--seed takes a whole number');
const wanted = options.only?.split(',');
const chosen = faults.filter(
  ({ names }) => wanted === undefined || names.some((name) => wanted.includes(name)),
);
if (chosen.length === 0)
  throw new Error(`--only takes of: ${faults.flatMap(({ names }) => names).join(', ')}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const rows: Row[] = [];
for (const { names, run } of chosen) {
  console.error(`${names.join(', ')} …`);
  const broken = (error: unknown) => {
    console.error(error);
    const [reason = ''] = String(error).split('\n');
    return names.map((name) => notDone(name, reason));
  };
  rows.push(...(await run({ rounds, seed, chance: chanceOf(seed) }).catch(broken)));
}
console.log(tableOf(rows));
const failed = rows.filter(isFailed);
console.log(
  `\nSeed ${seed}, ${rounds} rounds. ${failed.length === 0 ? 'All well.' : `Failed: ${failed.map(({ name }) => name).join(', ')}`}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
