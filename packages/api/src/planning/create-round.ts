import { unit } from '@kycuong/db/schema/organisation.ts';
import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { CreateRound } from '@kycuong/domain/planning/create-round.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { endDraft } from '../draft/find-draft.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import { found } from '../query.ts';
import { nextNumber } from './next-number.ts';
import { roundRefusals } from './round-refusals.ts';

/**
 * Sets up a draft round with its team and its visits.
 * @returns its code, given by the yearly series unless the office names one of its own.
 */
export const createRound = command({
  action: 'planning.create-round',
  input: CreateRound,
  load: async ({ tx, input }) => {
    found((await tx.select({ id: unit.id }).from(unit).where(eq(unit.id, input.leadUnitId)))[0]);
    return {
      resource: { coveredBy: await coveredBy(tx, input.leadUnitId) },
      subject: { kind: 'round', id: input.roundId, unitId: input.leadUnitId },
    };
  },
  run: async ({ tx, actor, input, now }) => {
    const issues = await roundRefusals(tx, input, dateInVietnam(now));
    const first = issues[0];
    if (first !== undefined) throw new DomainError('invalid', first.key, { field: first.field }, issues);
    const code = input.code || (await nextNumber(tx, 'KT', input.decisionDate.slice(0, 4)));
    const { roundId, period, units, members, code: _, ...facts } = input;
    await tx.insert(round).values({
      ...facts,
      id: roundId,
      code,
      periodFrom: period?.from ?? null,
      periodTo: period?.to ?? null,
      status: 'draft',
      createdBy: actor.accountId ?? '',
      recordedAt: now,
    });
    if (members.length > 0)
      await tx
        .insert(roundMember)
        .values(
          members.map((member) => ({ ...member, roundId, leadUnitId: input.leadUnitId, assignedAt: now })),
        );
    await tx.insert(visit).values(
      units.map(({ unitId, plannedOn }) => ({
        id: uuidV7(now.getTime()),
        roundId,
        unitId,
        plannedOn,
        status: 'planned' as const,
        keptSecret: input.form === 'unannounced',
      })),
    );
    await endDraft(tx, actor, { form: 'round', about: null });
    return { roundId, code };
  },
});
