import { isTerritoryKind, levelOf, type UnitKind } from './unit-kind.ts';

/** How a list of units is grouped: territories by their tier of government, then the agencies of any tier. */
export const unitTiers = ['province', 'district', 'commune', 'agency'] as const;
export type UnitTier = (typeof unitTiers)[number];

export function tierOf(kind: UnitKind): UnitTier {
  return isTerritoryKind(kind) ? levelOf(kind, null) : 'agency';
}
