import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import type { HeldVisit, VisitHead } from '../sync/store.ts';

/** What the list of visits shows of a packet, without the checklist and the earlier findings in it. */
export function headOf({ account, visitId, packet, status, keptAt, revoked }: HeldVisit): VisitHead {
  const { unit, round, plannedOn, packedAt, checklist } = packet;
  return {
    ...{ account, visitId, status, keptAt, revoked },
    packet: {
      unit: { name: unit.name },
      round: { field: round.field, form: round.form },
      ...{ plannedOn, packedAt },
    },
    items: itemsOf(checklist.content).length,
  };
}
