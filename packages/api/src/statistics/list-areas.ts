import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { joinParent } from '../organisation/unit-sql.ts';
import { query } from '../query.ts';

const Area = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  level: z.enum(['province', 'district']),
  parentName: z.nullable(z.string()),
  validFrom: z.string(),
  validUntil: z.nullable(z.string()),
});

/** Provinces and former districts over which the person may see figures; those in force come first. */
export const listAreas = query({
  input: z.object({}),
  run: async ({ tx, actor, now }) => {
    const over = JSON.stringify(actor.grants.flatMap(({ unitId }) => unitId ?? []));
    const everywhere = actor.grants.some(({ unitId }) => unitId === null);
    const rows = await tx.execute(sql`
      select u.id, u.code, u.name, u.level, p.name as "parentName",
        u.valid_from::text as "validFrom", u.valid_until::text as "validUntil"
      from unit u ${joinParent(sql`u`, sql`greatest(u.valid_from, least(coalesce(u.valid_until, 'infinity'), ${dateInVietnam(now)}::date))`)}
      where u.kind in ('tinh', 'thanh-pho-tw', 'quan', 'huyen', 'thi-xa', 'thanh-pho') and u.mistaken_at is null
        and (${everywhere} or exists (
          select 1 from unit_scope s
          where s.unit_id = u.id
            and s.ancestor_id in (select value::uuid from jsonb_array_elements_text(${over}::jsonb))
        ))
      order by u.valid_until is not null, u.level <> 'province', u.name collate "vi-x-icu"`);
    return z.parse(z.array(Area), rows.slice());
  },
});
