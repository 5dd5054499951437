/**
 * `npm run bench [-- --json FILE] [--only name,name] [--rounds n] [--profile DIR]
 * [--postgres embedded|debian|both]`: how long what tablets do takes, beside a floor that
 * does the same work without any check; and beside their time on the embedded PostgreSQL that on the distribution's. Exit code 1 when a limit is missed or a row could not be measured.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildApps } from '../src/build-apps.ts';
import { type Measure, measures } from './measures.ts';
import { isMissed, notMeasured, onDebian, overTurns, type Row, tableOf } from './row.ts';
import { openStage, type Postgres, type Stage } from './stage/stage.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    profile: { type: 'string' },
    postgres: { type: 'string', default: 'both' },
  },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1 on');
const both: readonly Postgres[] = ['embedded', 'debian'];
const upon = both.filter((postgres) => [postgres, 'both'].includes(options.postgres));
const [main] = upon;
if (main === undefined) throw new Error('--postgres takes embedded, debian or both');
const wanted = options.only?.split(',');
const chosen = measures.filter(
  ({ names }) => wanted === undefined || names.some((name) => wanted.includes(name)),
);
if (chosen.length === 0)
  throw new Error(`--only takes of: ${measures.flatMap(({ names }) => names).join(', ')}`);

/** One that breaks off holds up no other, and is no success either. */
function failed(names: readonly string[], error: unknown): Row[] {
  console.error(error);
  const [reason = ''] = String(error).split('\n');
  return names.map((name) => notMeasured(name, 'ms', 0, reason));
}

const rows: Row[] = [];
const stages = new Map<Postgres, Stage>();
const closeAll = async () => {
  for (const stage of stages.values()) await stage.close();
  stages.clear();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void closeAll().finally(() => process.exit(1)));

async function measured(
  { names, needsStage, run }: Measure,
  postgres: Postgres,
  count: number,
): Promise<readonly Row[]> {
  console.error(`${names.join(', ')} (${postgres}) …`);
  try {
    if (needsStage && !stages.has(postgres)) stages.set(postgres, await openStage(postgres, options.profile));
    return await run({ stage: stages.get(postgres), rounds: count });
  } catch (error) {
    return failed(names, error);
  }
}

/** By turns, and each first in its turn, so that whatever else the machine does falls on both. */
async function onBoth(measure: Measure): Promise<Row[]> {
  const turns = Math.min(rounds, 3);
  const told = new Map<Postgres, (readonly Row[])[]>(upon.map((postgres) => [postgres, []]));
  for (let turn = 0; turn < turns; turn += 1)
    for (const [postgres, rows] of turn % 2 === 0 ? told : [...told].reverse())
      rows.push(await measured(measure, postgres, Math.ceil(rounds / turns)));
  const [own = [], debian] = [...told.values()].map(overTurns);
  return debian === undefined ? own : [...own, ...onDebian(own, debian)];
}

try {
  if (chosen.some(({ needsApps }) => needsApps)) await buildApps();
  for (const measure of chosen) {
    const { apart } = measure;
    rows.push(...(apart === undefined ? await onBoth(measure) : await measured(measure, main, rounds)));
  }
} finally {
  await closeAll();
}
console.log(tableOf(rows));
for (const { names, apart } of upon.length > 1 ? chosen : [])
  if (apart !== undefined)
    console.log(`${names.join(', ')}: not on the distribution's PostgreSQL (${apart})`);
if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(rows, undefined, 2)}\n`);
const missed = rows.filter(isMissed);
if (missed.length > 0) {
  console.log(`\nMissed: ${missed.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}
