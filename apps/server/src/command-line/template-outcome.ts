import type { Outcome } from './outcome.ts';

/** The header row of a file to import. */
export function templateOutcome(columns: readonly string[]): Outcome {
  return { data: { columns }, text: columns.join(',') };
}
