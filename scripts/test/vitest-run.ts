import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import type { Counted } from './tally.ts';

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

/** Runs projects of vitest and counts their tests. A file that could not be loaded, or a run that broke off, fails once. */
export async function runVitest(projects: readonly string[], env: NodeJS.ProcessEnv): Promise<Counted> {
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-report-'));
  const file = join(folder, 'report.json');
  try {
    const { passed: clean, output } = await runProgram(
      'vitest',
      [
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      { env, timeoutMs: 2_400_000 },
    );
    const report = await readReport(file);
    if (report === undefined) return { passed: 0, failed: 1, output };
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    const failed = report.numFailedTests + unloaded.length;
    return { passed: report.numPassedTests, failed: clean ? failed : Math.max(1, failed), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport(file: string): Promise<Report | undefined> {
  try {
    const report: Report = JSON.parse(await readFile(file, 'utf8'));
    return report;
  } catch {
    return undefined;
  }
}
