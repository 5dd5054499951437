import { unit } from '@kycuong/db/schema/organisation.ts';
import { qualitySystem, standardEdition } from '@kycuong/db/schema/quality.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { isInForce } from '@kycuong/domain/organisation/unit.ts';
import { isEditionInForce } from '@kycuong/domain/quality/standard-edition.ts';
import { StartQualitySystem } from '@kycuong/domain/quality/start-quality-system.ts';
import { eq, sql } from 'drizzle-orm';
import { command } from '../command.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import { found } from '../query.ts';
import { loadHistories } from './load-histories.ts';
import { requireInLife } from './load-system.ts';

/** A unit sets out to build its quality system; a unit has one, whatever it is called over time. */
export const startSystem = command({
  action: 'quality.start-system',
  input: StartQualitySystem,
  load: async ({ tx, input }) => {
    const place = found((await tx.select().from(unit).where(eq(unit.id, input.unitId)))[0]);
    return {
      place,
      resource: { coveredBy: await coveredBy(tx, place.id) },
      subject: { kind: 'quality-system', id: input.systemId, unitId: place.id },
    };
  },
  run: async ({ tx, input, facts: { place }, actor, now }) => {
    requireInLife('startedOn', input.startedOn, now, { startedOn: input.startedOn, unitEnd: null });
    if (!isInForce(place, input.startedOn))
      throw new DomainError('invalid', 'quality.unit-not-in-force', { field: 'startedOn' });
    const [edition] = await tx.select().from(standardEdition).where(eq(standardEdition.id, input.editionId));
    if (edition === undefined)
      throw new DomainError('invalid', 'quality.edition-unknown', { field: 'editionId' });
    if (!isEditionInForce(edition, input.startedOn))
      throw new DomainError('invalid', 'quality.edition-not-in-force', { field: 'editionId' });
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${place.identityId}, 0))`);
    if ((await loadHistories(tx, [place.identityId])).length > 0)
      throw new DomainError('conflict', 'record.exists', { field: 'unitId' });
    const { systemId, unitId, editionId, scope, startedOn, sample = false } = input;
    await tx.insert(qualitySystem).values({
      id: systemId,
      unitId,
      editionId,
      scope,
      startedOn,
      sample,
      recordedBy: actor.accountId ?? '',
      recordedAt: now,
    });
  },
});
