import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { qualityEventKinds } from '@kycuong/domain/quality/quality-event.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Transaction } from '../transaction.ts';

const Fact = z.object({
  kind: z.enum([...qualityEventKinds, 'internal-audit', 'management-review']),
  onDate: PlainDate,
  reason: z.optional(z.string()),
});

const SystemHistory = z.object({
  systemId: z.string(),
  unitId: z.string(),
  identityId: z.string(),
  editionId: z.string(),
  scope: z.string(),
  startedOn: PlainDate,
  sample: z.boolean(),
  /** The last day of the unit's whole life; null while it goes on, under whatever name. */
  unitEnd: z.nullable(PlainDate),
  history: z.array(Fact),
});

/** A quality system with its dated facts in no particular order; the start counts as the step `build`. */
export type SystemHistory = z.infer<typeof SystemHistory>;

/** The systems of units, told by identity: one that goes on under another name keeps its system. */
export async function loadHistories(
  tx: Transaction,
  identityIds: readonly string[],
): Promise<SystemHistory[]> {
  // One look into each table by system: a union of all facts would be fenced row by row before it is narrowed.
  const rows = await tx.execute(sql`
    select s.id as "systemId", s.unit_id as "unitId", u.identity_id as "identityId",
      s.edition_id as "editionId", s.scope, s.started_on::text as "startedOn", s.sample,
      (
        select case when bool_or(i.valid_until is null) then null else max(i.valid_until)::text end
        from unit i where i.identity_id = u.identity_id
      ) as "unitEnd",
      jsonb_build_array(jsonb_build_object('kind', 'build', 'onDate', s.started_on))
      || coalesce((
        select jsonb_agg(jsonb_strip_nulls(
          jsonb_build_object('kind', e.kind, 'onDate', e.on_date, 'reason', e.facts ->> 'reason')))
        from quality_event e where e.system_id = s.id
      ), '[]')
      || coalesce((
        select jsonb_agg(jsonb_build_object('kind', 'internal-audit', 'onDate', a.audited_on))
        from internal_audit a where a.system_id = s.id
      ), '[]')
      || coalesce((
        select jsonb_agg(jsonb_build_object('kind', 'management-review', 'onDate', r.held_on))
        from management_review r where r.system_id = s.id
      ), '[]') as history
    from quality_system s
    join unit u on u.id = s.unit_id
    where u.identity_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(identityIds)}::jsonb)
    )
    order by s.started_on, s.id`);
  return z.parse(z.array(SystemHistory), rows.slice());
}
