import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, runProgram } from './run-program.ts';
import type { Counted } from './tally.ts';

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly FileReport[];
};
type FileReport = {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
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
    if (report === undefined) return { passed: 0, failed: 1, output, failures: [] };
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    const failed = report.numFailedTests + unloaded.length;
    return {
      passed: report.numPassedTests,
      failed: clean ? failed : Math.max(1, failed),
      output,
      failures: failuresOf(report),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function failuresOf({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [file];
    return failed.map(({ fullName, failureMessages }) =>
      [`${file} > ${fullName}`, ...failureMessages.map((message) => message.split('\n', 6).join('\n'))].join(
        '\n  ',
      ),
    );
  });
}

async function readReport(file: string): Promise<Report | undefined> {
  try {
    const report: Report = JSON.parse(await readFile(file, 'utf8'));
    return report;
  } catch {
    return undefined;
  }
}
