import { findDebianPrograms } from '../../packages/db/src/testing/find-debian-programs.ts';
import { installPostgresql } from '../postgresql.ts';
import type { Finished } from './run-program.ts';

/** The distribution's PostgreSQL for the tests that also run upon it: the machine's, else one installed now. */
export async function postgresqlStep(): Promise<Finished> {
  const found = findDebianPrograms();
  if (found !== undefined) return { passed: true, output: found.postgres };
  const output = await installPostgresql();
  return { passed: findDebianPrograms() !== undefined, output };
}
