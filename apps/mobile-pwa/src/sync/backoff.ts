const firstMs = 2_000;
export const ceilingMs = 5 * 60_000;

/** Wait before the next try: doubling, at most five minutes, half of it by chance so that tablets do not march in step. */
export function backoffMs(failures: number, random: () => number): number {
  const full = Math.min(ceilingMs, firstMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(full / 2 + (full / 2) * random());
}
