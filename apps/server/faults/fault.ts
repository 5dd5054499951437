import type { Row } from './row.ts';
import type { Chance } from './stage/chance.ts';

export interface Setting {
  /** How often each kind is made to happen. */
  readonly rounds: number;
  readonly seed: number;
  /** Chances drawn from the seed; each fault has its own, so that one alone runs as it does among all. */
  readonly chance: Chance;
}

/** A file of `rows`: a kind of fault, or several on one stage. It stages what it needs and leaves nothing behind. */
export interface Fault {
  /** The rows that it gives. */
  readonly names: readonly string[];
  readonly run: (setting: Setting) => Promise<readonly Row[]>;
}
