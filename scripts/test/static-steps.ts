import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Finished, root, runProgram } from './run-program.ts';
import { schemaAgrees } from './schema-agrees.ts';

export type Step = { readonly name: string; readonly run: () => Promise<Finished> };

/** Format and lint, boundaries, types of each package, unused code, schema against migrations. */
export function staticSteps(): Step[] {
  const projects = globSync(['tsconfig.json', '{packages,apps}/*/tsconfig.json'], { cwd: root }).sort();
  return [
    { name: 'format and lint', run: () => runProgram('biome', ['check', '--error-on-warnings', '.']) },
    // A registry that lacks another platform's package leaves it out of the lock, and a fresh clone cannot install.
    { name: 'lock file', run: () => runProgram('npm', ['ci', '--dry-run', '--ignore-scripts']) },
    { name: 'boundaries', run: () => runProgram('turbo', ['boundaries']) },
    ...projects.map((project) => ({
      name: `types of ${dirname(project)}`,
      run: () => runProgram('tsc', ['--noEmit', '-p', project]),
    })),
    {
      name: 'nothing unused',
      run: () => runProgram('knip', ['--no-progress', '--treat-config-hints-as-errors']),
    },
    { name: 'migrations agree with the schema', run: schemaAgrees },
  ];
}

/** Both apps, built anew. */
export function buildStep(): Promise<Finished> {
  return runProgram('turbo', [
    'run',
    'build',
    '--force',
    '--output-logs=errors-only',
    '--no-update-notifier',
  ]);
}
