import { unit } from '@kycuong/db/schema/organisation.ts';
import { standardEdition } from '@kycuong/db/schema/quality.ts';
import { refusal } from '@kycuong/domain/access/permission.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { canDeclare } from '@kycuong/domain/quality/can-declare.ts';
import { eventRefusal } from '@kycuong/domain/quality/event-refusal.ts';
import { declarationDuties } from '@kycuong/domain/quality/quality-event.ts';
import { qualityLife } from '@kycuong/domain/quality/quality-history.ts';
import { qualityStatus } from '@kycuong/domain/quality/quality-status.ts';
import { recordedKinds } from '@kycuong/domain/quality/record-quality-event.ts';
import { coverageReaders } from '@kycuong/domain/statistics/coverage-readers.ts';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';
import { requireOversight } from '../statistics/require-oversight.ts';
import type { Transaction } from '../transaction.ts';
import { loadHistories } from './load-histories.ts';
import { loadPredecessors } from './load-predecessors.ts';
import { loadRecords } from './load-records.ts';
import { loadRedeclarations } from './load-redeclarations.ts';
import { openNonconformities } from './open-nonconformities.ts';

const Successor = z.object({ id: z.string(), name: z.string(), onDate: PlainDate, decision: z.string() });

async function successorsOf(tx: Transaction, identityId: string) {
  const rows = await tx.execute(sql`
    select s.id, s.name, l.on_date::text as "onDate", l.decision
    from unit u join unit_lineage l on l.predecessor_id = u.id join unit s on s.id = l.successor_id
    where u.identity_id = ${identityId} and s.identity_id <> u.identity_id
    order by l.on_date, s.name collate "vi-x-icu"`);
  return z.parse(z.array(Successor), rows.slice());
}

/**
 * The quality system of one unit as of a day: its status with the reasons, every record told until today, what it came
 * from and went into, and what the reader may record now.
 * @throws DomainError `not-found`, or `forbidden` for a unit over which the reader holds no role that keeps quality.
 */
export const getQuality = query({
  input: z.object({ unitId: Id, asOf: z.optional(PlainDate) }),
  run: async (work) => {
    const { tx, actor, input, now } = work;
    // Whom the fence shows no system is told nothing, rather than that there is none.
    const coveredBy = await requireOversight(work, input.unitId, [...coverageReaders, 'agency-head']);
    const today = dateInVietnam(now);
    const asOf = input.asOf ?? today;
    const place = found((await tx.select().from(unit).where(eq(unit.id, input.unitId)))[0]);
    const resource = { coveredBy };
    const system = (await loadHistories(tx, [place.identityId]))[0];
    const history = system?.history ?? [];
    const predecessors = (await loadPredecessors(tx, [place.identityId])).get(place.identityId) ?? [];
    const before = new Map(
      (
        await loadHistories(
          tx,
          predecessors.map((one) => one.predecessorIdentityId),
        )
      ).map((one) => [one.identityId, one]),
    );
    const [edition] = system
      ? await tx.select().from(standardEdition).where(eq(standardEdition.id, system.editionId))
      : [];
    const allowed = (action: Parameters<typeof refusal>[1]) => refusal(actor, action, resource) === undefined;
    const ended = system?.unitEnd ?? place.validUntil;
    const status = qualityStatus(history, asOf, ended);
    const open = system ? await openNonconformities(tx, system.systemId, today) : { major: 0, minor: 0 };
    const living = ended === null || ended >= today;
    return {
      asOf,
      today,
      unit: {
        id: place.id,
        code: place.code,
        name: place.name,
        validFrom: place.validFrom,
        validUntil: ended,
      },
      system: system && {
        id: system.systemId,
        scope: system.scope,
        startedOn: system.startedOn,
        sample: system.sample,
        edition: { id: system.editionId, title: edition?.title ?? system.editionId },
      },
      status,
      records: system ? await loadRecords(tx, system.systemId) : [],
      predecessors: predecessors
        .map(({ predecessorId, predecessorIdentityId, name, endedOn }) => ({
          unitId: predecessorId,
          name,
          endedOn,
          status: qualityStatus(before.get(predecessorIdentityId)?.history ?? [], endedOn ?? asOf).status,
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
      successors: await successorsOf(tx, place.identityId),
      redeclare: (await loadRedeclarations(tx, [place.identityId], asOf)).get(place.identityId) ?? null,
      /** What is still missing before the head may declare today. */
      missing: system ? canDeclare(history, open.major, today) : [],
      /** Minor nonconformities of the latest audit: the law wants them corrected before a declaration. */
      openMinors: open.minor,
      /** What the last declaration asks of the head; null where none is in force. */
      duties:
        status.declaredOn === null
          ? null
          : declarationDuties.map((duty) => ({
              duty,
              onDate: qualityLife(history, asOf).duties[duty] ?? null,
            })),
      may: {
        start: living && system === undefined && allowed('quality.start-system'),
        events:
          system && living && allowed('quality.record-event')
            ? recordedKinds.filter((kind) => eventRefusal(history, kind, today) === undefined)
            : [],
        close:
          system !== undefined &&
          living &&
          allowed('quality.close-declaration') &&
          eventRefusal(history, 'close', today) === undefined,
        audit: system !== undefined && living && allowed('audit.record-internal-audit'),
        review: system !== undefined && living && allowed('audit.record-management-review'),
      },
    };
  },
});
