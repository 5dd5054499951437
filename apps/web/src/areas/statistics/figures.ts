import type { QualityStatusName } from '@kycuong/domain/quality/quality-status.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type Coverage = inferOutput<typeof trpc.statistics.coverage>;
export type CoveredUnit = Coverage['rows'][number];
export type Funnel = Coverage['funnel'];
export type Series = inferOutput<typeof trpc.statistics.coverageSeries>;
export type Area = inferOutput<typeof trpc.statistics.areas>[number];

/** From the fullest to nothing: the order of legends and bars. */
export const statusOrder: readonly QualityStatusName[] = [
  'declared-maintained',
  'declared-lapsed',
  'applying',
  'building',
  'closed',
  'not-started',
];

/** How many of a funnel's units came at least so far; a closed system counts as one that has not started. */
export function steps(funnel: Funnel, units: number) {
  const declared = funnel['declared-maintained'] + funnel['declared-lapsed'];
  const applied = declared + funnel.applying;
  return [
    { key: 'units', count: units },
    { key: 'started', count: applied + funnel.building },
    { key: 'applied', count: applied },
    { key: 'declared', count: declared },
    { key: 'maintained', count: funnel['declared-maintained'] },
  ] as const;
}
