/**
 * `npm run bench [-- --json FILE] [--only name,name] [--rounds n] [--profile DIR]`: how long what tablets do takes, beside a floor that
 * does the same work without any check. Exit code 1 when a limit is missed or a row could not be measured.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildApps } from '../src/build-apps.ts';
import { measures } from './measures.ts';
import { isMissed, notMeasured, type Row, tableOf } from './row.ts';
import { openStage, type Stage } from './stage/stage.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    profile: { type: 'string' },
  },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1 on');
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
let stage: Stage | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stage?.close().finally(() => process.exit(1)));
try {
  if (chosen.some(({ needsApps }) => needsApps)) await buildApps();
  for (const { names, needsStage, run } of chosen) {
    console.error(`${names.join(', ')} …`);
    if (needsStage) stage ??= await openStage(options.profile);
    rows.push(...(await run({ stage, rounds }).catch((error: unknown) => failed(names, error))));
  }
} finally {
  await stage?.close();
}
console.log(tableOf(rows));
if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(rows, undefined, 2)}\n`);
const missed = rows.filter(isMissed);
if (missed.length > 0) {
  console.log(`\nMissed: ${missed.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}
