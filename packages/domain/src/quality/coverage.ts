import type { PlainDate } from '../calendar/plain-date.ts';
import type { QualityFact } from './quality-history.ts';
import { type QualityStatusName, qualityStatus } from './quality-status.ts';

export type CoveredSystem = {
  /** Identity of the unit: the same over renames and where a unit goes on as itself. */
  readonly identityId: string;
  readonly history: readonly QualityFact[];
};

export type Coverage = {
  readonly units: number;
  /** Declarations in force: maintained and lapsed together. */
  readonly declared: number;
  readonly maintained: number;
  readonly lapsed: number;
  /** declared ÷ units as a fraction to 4 digits; null without units. */
  readonly ratio: number | null;
  /** Units by status; they add up to `units`. */
  readonly funnel: Readonly<Record<QualityStatusName, number>>;
};

/** How far the standard has come among the units that are in force on a day. One system a unit counts. */
export function coverage(
  units: readonly { readonly identityId: string }[],
  systems: readonly CoveredSystem[],
  asOf: PlainDate,
): Coverage {
  const histories = Map.groupBy(systems, (system) => system.identityId);
  const funnel: Record<QualityStatusName, number> = {
    'not-started': 0,
    building: 0,
    applying: 0,
    'declared-maintained': 0,
    'declared-lapsed': 0,
    closed: 0,
  };
  for (const { identityId } of units) {
    const found = (histories.get(identityId) ?? []).map(({ history }) => qualityStatus(history, asOf).status);
    funnel[found.toSorted((a, b) => furthest.indexOf(a) - furthest.indexOf(b))[0] ?? 'not-started'] += 1;
  }
  const maintained = funnel['declared-maintained'];
  const lapsed = funnel['declared-lapsed'];
  const declared = maintained + lapsed;
  const ratio = units.length === 0 ? null : Math.round((declared / units.length) * 10_000) / 10_000;
  return { units: units.length, declared, maintained, lapsed, ratio, funnel };
}

/** Where a unit has had more than one system, the one that has come furthest counts. */
const furthest: readonly QualityStatusName[] = [
  'declared-maintained',
  'declared-lapsed',
  'applying',
  'building',
  'closed',
  'not-started',
];
