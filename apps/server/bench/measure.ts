/** The middle value; of an even number of values the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) throw new Error('the median of nothing');
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}

/** The value that `share` (0 … 1) of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error('a percentile of nothing');
  return found;
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

export type Work = () => Promise<unknown>;

export interface Contest {
  /** Makes ready what the next round does; only the work itself is timed. */
  readonly ours: () => Promise<Work>;
  readonly floor: () => Promise<Work>;
  /** Does the first two works, which warm up and do not count. By default one after the other. */
  readonly warmUp?: (ours: Work, floor: Work) => Promise<void>;
}

async function oneAfterTheOther(ours: Work, floor: Work): Promise<void> {
  await ours();
  await floor();
}

/** Ours, floor, ours, floor …, so that whatever else the machine does falls on both. Medians in ms. */
export async function interleave(
  { ours, floor, warmUp = oneAfterTheOther }: Contest,
  rounds: number,
): Promise<{ ours: number; floor: number }> {
  await warmUp(await ours(), await floor());
  const mine: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await timed(await ours()));
    bare.push(await timed(await floor()));
  }
  return { ours: median(mine), floor: median(bare) };
}
