import { holdsOver } from '@kycuong/domain/access/actor.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { type Coverage, coverage as coverageOf } from '@kycuong/domain/quality/coverage.ts';
import { type QualityStatus, qualityStatus } from '@kycuong/domain/quality/quality-status.ts';
import { coverageReaders } from '@kycuong/domain/statistics/coverage-readers.ts';
import * as z from 'zod/mini';
import { loadHistories, type SystemHistory } from '../quality/load-histories.ts';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { type AreaUnit, communesOf } from './area-units.ts';
import { findArea } from './find-area.ts';
import { requireOversight } from './require-oversight.ts';

export interface CoveredUnit
  extends AreaUnit,
    Pick<QualityStatus, 'status' | 'since' | 'declaredOn' | 'lapsesOn'> {
  readonly editionId: string | null;
  readonly sample: boolean;
}

function statusRow(unit: AreaUnit, system: SystemHistory | undefined, asOf: PlainDate): CoveredUnit {
  const { status, since, declaredOn, lapsesOn } = qualityStatus(system?.history ?? [], asOf);
  const started = status !== 'not-started';
  return {
    ...unit,
    status,
    since,
    declaredOn,
    lapsesOn,
    editionId: started ? (system?.editionId ?? null) : null,
    sample: started && system?.sample === true,
  };
}

/** The communes of an area on a day, each with the status of its quality system on that day, and their sums. */
export async function coverageAt(
  tx: Transaction,
  areaId: string,
  asOf: PlainDate,
): Promise<{ total: Coverage; rows: CoveredUnit[] }> {
  const units = await communesOf(tx, areaId, asOf);
  const systems = await loadHistories(
    tx,
    units.map(({ identityId }) => identityId),
  );
  const systemOf = new Map(systems.map((system) => [system.identityId, system]));
  return {
    total: coverageOf(units, systems, asOf),
    rows: units.map((unit) => statusRow(unit, systemOf.get(unit.identityId), asOf)),
  };
}

/** How far the standard has come in an area on any day: the sums, every unit, and the sums by former province. */
export const coverage = query({
  input: z.object({ areaId: Id, asOf: PlainDate }),
  run: async (work) => {
    const { tx, input } = work;
    const coveredBy = await requireOversight(work, input.areaId, coverageReaders);
    const area = await findArea(tx, input.areaId);
    const { total, rows } = await coverageAt(tx, input.areaId, input.asOf);
    const regions = [...Map.groupBy(rows, ({ regionId }) => regionId).values()].flatMap((found) => {
      const [first] = found;
      if (first === undefined) return [];
      const count = (status: QualityStatus['status']) => found.filter((row) => row.status === status).length;
      return [
        {
          id: first.regionId,
          name: first.regionName,
          units: found.length,
          funnel: {
            'not-started': count('not-started'),
            building: count('building'),
            applying: count('applying'),
            'declared-maintained': count('declared-maintained'),
            'declared-lapsed': count('declared-lapsed'),
            closed: count('closed'),
          },
        },
      ];
    });
    return {
      asOf: input.asOf,
      area,
      ...total,
      regions: regions.toSorted((a, b) => b.units - a.units),
      rows,
      /** Whether the person may also see what units owe (`overdue`, `repeatFindings`). */
      seesActions: holdsOver(work.actor, ['leadership', 'programme-office'], coveredBy),
    };
  },
});
