import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What this process still holds once all that can go has gone, MB. What it has taken from the machine tells less: that
 * hangs on when it last cleared up, and so on how busy the machine is.
 */
export function heldMemory(): number {
  setFlagsFromString('--expose-gc');
  const clearUp: unknown = runInNewContext('gc');
  if (typeof clearUp !== 'function') throw new Error('memory cannot be cleared up by hand');
  clearUp();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
}
