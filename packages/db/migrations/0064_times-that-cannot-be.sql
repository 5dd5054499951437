-- As what arrives is dated: after the receipt nothing was written, also by a device that did not know how its clock went, and before
-- 2025 nothing at all. Tablets show it so already; the rows say the same now. What the device said stays beside it, and in field_command.
alter table field_command no force row level security;
--> statement-breakpoint
alter table finding no force row level security;
--> statement-breakpoint
alter table finding_revision no force row level security;
--> statement-breakpoint
alter table dossier_sample no force row level security;
--> statement-breakpoint
alter table evidence no force row level security;
--> statement-breakpoint
alter table visit no force row level security;
--> statement-breakpoint
update finding f set raised_at = t.at,
  device_at = case when abs(extract(epoch from t.at - c.written_at)) >= 60 then c.written_at end,
  clock_unknown = (c.server_offset_ms is null and c.device_id <> c.author_id) or t.true_at < '2025-01-01T00:00:00Z'
from finding_revision r join field_command c on c.id = r.id
cross join lateral (
  select c.written_at + coalesce(c.server_offset_ms, 0) * interval '1 millisecond' as true_at
) o
cross join lateral (
  select o.true_at, case when o.true_at < '2025-01-01T00:00:00Z' then c.received_at else least(o.true_at, c.received_at) end as at
) t
where r.finding_id = f.id and r.revision = 1 and f.raised_at in (o.true_at, c.written_at) and f.raised_at <> t.at;
--> statement-breakpoint
update dossier_sample d set sampled_at = t.at
from field_command c
cross join lateral (
  select c.written_at + coalesce(c.server_offset_ms, 0) * interval '1 millisecond' as true_at
) o
cross join lateral (
  select case when o.true_at < '2025-01-01T00:00:00Z' then c.received_at else least(o.true_at, c.received_at) end as at
) t
where c.id = d.command_id and d.sampled_at in (o.true_at, c.written_at) and d.sampled_at <> t.at;
--> statement-breakpoint
update evidence e set taken_at = t.at,
  device_at = case when abs(extract(epoch from t.at - o.own)) >= 60 then o.own end,
  clock_unknown = (c.server_offset_ms is null and c.device_id <> c.author_id) or o.true_at < '2025-01-01T00:00:00Z'
from field_command c
cross join lateral (
  select p.own, p.own + coalesce(c.server_offset_ms, 0) * interval '1 millisecond' as true_at
  from (select (c.payload ->> 'takenAt')::timestamptz as own) p
) o
cross join lateral (
  select case when o.true_at < '2025-01-01T00:00:00Z' then c.received_at else least(o.true_at, c.received_at) end as at
) t
where lower(c.payload ->> 'evidenceId') = e.id::text and c.visit_id = e.visit_id and c.action = 'evidence.attach'
  and e.taken_at in (o.true_at, o.own) and e.taken_at <> t.at;
--> statement-breakpoint
update visit v set checked_in_at = t.at
from field_command c
cross join lateral (
  select p.own, p.own + coalesce(c.server_offset_ms, 0) * interval '1 millisecond' as true_at
  from (select (c.payload ->> 'arrivedAt')::timestamptz as own) p
) o
cross join lateral (
  select case when o.true_at < '2025-01-01T00:00:00Z' then c.received_at else least(o.true_at, c.received_at) end as at
) t
where c.visit_id = v.id and c.action = 'visit.check-in'
  and v.checked_in_at in (o.true_at, o.own) and v.checked_in_at <> t.at;
--> statement-breakpoint
alter table visit force row level security;
--> statement-breakpoint
alter table evidence force row level security;
--> statement-breakpoint
alter table dossier_sample force row level security;
--> statement-breakpoint
alter table finding_revision force row level security;
--> statement-breakpoint
alter table finding force row level security;
--> statement-breakpoint
alter table field_command force row level security;
