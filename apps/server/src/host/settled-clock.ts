interface Reading {
  readonly ranMs: number;
  readonly clockMs: number;
}

/**
 * What time it is at the least, by readings of the clock over so long of this process's own time; undefined before that. For
 * clearing away: a clock that is ahead for a while must not make everything old at once.
 */
export function settledClock(
  longMs: number,
  now: () => Date,
  ranMs = () => performance.now(),
): () => Date | undefined {
  let readings: Reading[] = [];
  return () => {
    const present = { ranMs: ranMs(), clockMs: now().getTime() };
    const since = readings.findLast((reading) => present.ranMs - reading.ranMs >= longMs);
    readings = [
      ...readings.filter((reading) => since === undefined || reading.ranMs >= since.ranMs),
      present,
    ];
    return since && new Date(Math.min(...readings.map(({ clockMs }) => clockMs)));
  };
}
