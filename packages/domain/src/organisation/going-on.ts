import type { Unit } from './unit.ts';
import { isSameName } from './unit-name.ts';

export type UnitPair = { readonly predecessor: Unit; readonly successor: Unit };

/** `pairs`: all that is known of a day. */
export function goingOn(pairs: readonly UnitPair[]): {
  /**
   * Whether a pair is one unit going on: a predecessor that passes whole into a successor which comes from nothing else, with
   * the same code and the same name. `unclear`: only the spelling of the name differs, which a person has to settle.
   */
  readonly kinOf: (pair: UnitPair) => 'same' | 'unclear' | 'other';
  /** Whole into a successor which comes from nothing else, whatever they are called. */
  readonly isAlone: (pair: UnitPair) => boolean;
} {
  const successors = Map.groupBy(pairs, ({ predecessor }) => predecessor.id);
  const predecessors = Map.groupBy(pairs, ({ successor }) => successor.id);
  const isOnly = (of: readonly UnitPair[] | undefined) =>
    new Set(of?.map(({ predecessor, successor }) => `${predecessor.id} ${successor.id}`)).size === 1;
  const isAlone = ({ predecessor, successor }: UnitPair) =>
    isOnly(predecessors.get(successor.id)) && isOnly(successors.get(predecessor.id));
  return {
    isAlone,
    kinOf: (pair) => {
      const { predecessor, successor } = pair;
      if (predecessor.code !== successor.code || !isAlone(pair)) return 'other';
      if (predecessor.name === successor.name) return 'same';
      return isSameName(predecessor.name, successor.name) ? 'unclear' : 'other';
    },
  };
}
