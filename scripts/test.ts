/**
 * `npm test`: every check of the project, none from a cache, closing with one line `N passed, N failed` over all.
 * `--static` runs only what needs no database and no browser. A step that cannot run counts as failed.
 */
import { chromiumStep } from './test/chromium-step.ts';
import { postgresqlStep } from './test/postgresql-step.ts';
import { environment } from './test/run-program.ts';
import { buildStep, staticSteps } from './test/static-steps.ts';
import { tally } from './test/tally.ts';
import { runVitest } from './test/vitest-run.ts';

const score = tally();
for (const step of staticSteps()) score.add(step.name, await step.run());
if (!process.argv.includes('--static')) {
  score.add('apps build', await buildStep());
  const browser = await chromiumStep();
  score.add('chromium', browser);
  score.addTests('unit and integration tests', await runVitest(['unit', 'integration'], environment));
  score.add('PostgreSQL of the distribution', await postgresqlStep());
  score.addTests(
    'tests on the PostgreSQL of the distribution',
    await runVitest(['debian-postgresql'], environment),
  );
  score.addTests(
    'browser tests',
    await runVitest(['browser'], { ...environment, KYCUONG_CHROMIUM: browser.path ?? '' }),
  );
}
process.exitCode = score.close();
