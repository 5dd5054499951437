import { unit } from '@kycuong/db/schema/organisation.ts';
import { qualitySystem } from '@kycuong/db/schema/quality.ts';
import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { coveredBy } from '../organisation/covered-by.ts';
import { found } from '../query.ts';
import type { Work } from '../work.ts';
import { loadHistories, type SystemHistory } from './load-histories.ts';

/** What every command on a quality system needs to know of it. */
export async function loadSystem({ tx }: Pick<Work<unknown>, 'tx'>, systemId: string) {
  const rows = await tx
    .select({ identityId: unit.identityId })
    .from(qualitySystem)
    .innerJoin(unit, eq(unit.id, qualitySystem.unitId))
    .where(eq(qualitySystem.id, systemId));
  const { identityId } = found(rows[0]);
  const histories = await loadHistories(tx, [identityId]);
  const system = found(histories.find((other) => other.systemId === systemId));
  return {
    ...system,
    resource: { coveredBy: await coveredBy(tx, system.unitId) },
    subject: { kind: 'quality-system', id: systemId, unitId: system.unitId },
  };
}

/** @throws DomainError when a fact is not yet, or lies before the system's start or after the unit's last day. */
export function requireInLife(
  field: string,
  onDate: PlainDate,
  now: Date,
  { startedOn, unitEnd }: Pick<SystemHistory, 'startedOn' | 'unitEnd'>,
): void {
  if (onDate > dateInVietnam(now)) throw new DomainError('invalid', 'quality.in-the-future', { field });
  if (onDate < startedOn) throw new DomainError('invalid', 'quality.before-start', { field, startedOn });
  if (unitEnd !== null && onDate > unitEnd)
    throw new DomainError('invalid', 'quality.unit-not-in-force', { field });
}
