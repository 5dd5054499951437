/** No smaller piece of a file is tried. */
export const smallestChunk = 16 * 1024;
/** Less than any command takes: one always goes alone. */
const smallest = 1024;
/** After this long without a refusal twice as much is tried again. */
const patienceMs = 10 * 60_000;
/** Of records and photos no more is ever sent at once; so much of a limit says that none is known. */
export const largestRequest = 1024 * 1024;

/** How much may go in one request from where the device is: what refused a larger one may be a hop that is not ours. */
export interface PathLimit {
  /** The ceiling, or less where that much was refused. */
  readonly most: (ceiling: number) => number;
  /** A request with so many bytes was refused for its size. */
  readonly refused: (bytes: number) => void;
}

export function newPathLimit(now: () => number = Date.now): PathLimit {
  let known = largestRequest;
  let since = 0;
  return {
    most: (ceiling) => {
      // Elsewhere more may go through; a clock that was set back counts as time as well.
      const waits = Math.floor(Math.abs(now() - since) / patienceMs);
      if (known < largestRequest && waits > 0) {
        known = Math.min(largestRequest, known * 2 ** waits);
        since = now();
      }
      return Math.min(ceiling, known);
    },
    refused: (bytes) => {
      known = Math.max(smallest, Math.min(known, Math.floor(bytes / 2)));
      since = now();
    },
  };
}

/** Of this page: records and photos take the same way. */
export const pathLimit = newPathLimit();
