import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Finished, root, runProgram } from './run-program.ts';

/** Generates into a copy of the migrations: when that writes a new one, the schema has gone ahead of them. */
export async function schemaAgrees(): Promise<Finished> {
  const db = join(root, 'packages', 'db');
  const copy = await mkdtemp(join(tmpdir(), 'kycuong-migrations-'));
  try {
    await cp(join(db, 'migrations'), copy, { recursive: true });
    const before = (await readdir(copy)).sort();
    const generated = await runProgram(
      'drizzle-kit',
      // An absolute `out` is taken for a relative one.
      [
        'generate',
        '--dialect=postgresql',
        '--schema=./src/schema/!(*.test).ts',
        `--out=${relative(db, copy)}`,
        '--name=missing',
      ],
      { cwd: db, timeoutMs: 60_000 },
    );
    const after = (await readdir(copy)).sort();
    const passed = generated.passed && before.join() === after.join();
    return { passed, output: `${generated.output}\nnpm run db:generate writes what is missing.` };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
