/**
 * Does a piece of work at once and then so often, never twice at the same time. A failure is told and the work tried
 * again at its next turn. Gives back how to end it: resolves when what was under way has ended.
 */
export function every(
  ms: number,
  work: () => Promise<void>,
  tellFailure: (error: unknown) => void,
): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const turn = () => {
    underWay ??= work()
      .catch(tellFailure)
      .finally(() => {
        underWay = undefined;
      });
  };
  turn();
  const timer = setInterval(turn, ms);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
