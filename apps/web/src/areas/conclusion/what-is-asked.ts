import type { ConclusionDetails } from './conclusion-details.ts';

type Requirement = Pick<ConclusionDetails['requirements'][number], 'unit' | 'dueOn'>;

interface Asked {
  readonly unitName: string;
  readonly count: number;
  /** The days by which answers are due, each once, the first first. */
  readonly dueOn: readonly string[];
}

/** What is asked of each unit, in the order of the draft. */
export function whatIsAsked(requirements: readonly Requirement[]): Asked[] {
  return [...Map.groupBy(requirements, ({ unit }) => unit.id).values()].map((rows) => ({
    unitName: rows[0]?.unit.name ?? '',
    count: rows.length,
    dueOn: [...new Set(rows.map(({ dueOn }) => dueOn))].toSorted(),
  }));
}
