import type { Chance } from './chance.ts';
import type { House } from './house.ts';
import type { Load } from './load.ts';

export interface Stroke {
  readonly house: House;
  readonly load: Load;
  readonly chance: Chance;
}

/** Makes something happen once, in the middle of the writing; gives how long it took until all was well again, ms. */
export type Strike = (stroke: Stroke) => Promise<number>;
