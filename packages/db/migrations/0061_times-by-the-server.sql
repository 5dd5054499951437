ALTER TABLE "evidence" ADD COLUMN "device_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "clock_unknown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "stated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "stated_by" text;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "device_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "finding" ADD COLUMN "clock_unknown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source" CHECK ("evidence"."source" in ('camera', 'chosen'));--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_stated_by" CHECK ("evidence"."stated_by" in ('photo', 'file'));
--> statement-breakpoint
-- As before, and with a command how far its device's clock was from the server's.
create or replace function pull_page(
  p_session text, p_actor uuid, p_on date, p_at timestamptz, p_generation text, p_xid text, p_seq text
) returns table (
  session_until timestamptz, generation text, known boolean, is_full boolean, last text, has_grants boolean, changes text
) language plpgsql set plan_cache_mode = force_generic_plan
-- Planned for tables that have grown, and walked in the order of the cursor's index: to gather all that is a team's and
-- sort it takes as long as the feed is.
set enable_seqscan = off set enable_sort = off set jit = off as $$
declare
  actor uuid := p_actor;
  after_xid xid8 := '0';
  after_seq bigint := 0;
  watermark xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  if p_session is not null then
    select o.account_id, o.expires_at into actor, session_until
    from open_session(p_session) o where o.expires_at > p_at;
    if actor is null then return; end if;
  end if;
  perform enter_alone(actor);
  if p_session is null and not exists (select 1 from account a where a.id = actor and a.disabled_at is null) then
    return;
  end if;
  perform set_config('kycuong.team_rounds', coalesce(string_agg(m.round_id::text, ','), ''), true)
  from round_member m
  where m.account_id = actor and m.removed_at is null;
  select g.id::text into generation from feed_generation g order by g.started_at desc limit 1;
  known := coalesce(p_generation = generation, false);
  if known then
    after_xid := p_xid::xid8;
    after_seq := p_seq::bigint;
  end if;
  -- Mostly nothing is new, and to look whether there is anything takes a far lighter plan than to tell it.
  perform from change_feed f
  where (f.xid, f.seq) > (after_xid, after_seq) and f.xid < watermark
  order by f.xid, f.seq
  limit 1;
  if not found then
    is_full := false;
    has_grants := false;
    last := case when after_xid >= watermark then after_xid || ':' || after_seq else watermark || ':0' end;
    changes := '[]';
    return next;
    return;
  end if;
  with
  -- A constant limit lets even a plan for any cursor walk the index in its order.
  page as materialized (
    select f.* from change_feed f
    where (f.xid, f.seq) > (after_xid, after_seq) and f.xid < watermark
    order by f.xid, f.seq
    limit 1000
  ),
  size as materialized (
    select count(*) = 1000 as full_page, coalesce(bool_or(f.kind = 'granted'), false) as grants from page f
  ),
  granted as materialized (
    select distinct on (g.visit_id) g.visit_id, g.xid, g.seq
    from change_feed g
    where g.account_id = actor and g.kind = 'granted'
    order by g.visit_id, g.xid, g.seq
  ),
  told as (
    -- Put together as text, for a thousand objects built one by one take longer than all the rest. Each part is an
    -- id, a number or a word of a fixed list, so nothing but the action and the payload has to be escaped.
    select f.xid, f.seq,
      '{"at":"' || f.xid || ':' || f.seq || '","kind":"' || f.kind || '","visitId":"' || f.visit_id || '"' ||
      case f.kind
        when 'visit' then ',"status":"' || v.status || '"'
        when 'command' then
          ',"command":{"id":"' || c.id || '","action":' || to_json(c.action) || ',"author":"' || c.author_id ||
          '","clock":"' || c.clock || '","base":' || coalesce('"' || c.base || '"', 'null') ||
          coalesce(',"through":' || to_json(c.through), '') ||
          ',"writtenAt":"' || to_char(c.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') ||
          '","serverOffsetMs":' || coalesce(c.server_offset_ms::text, 'null') ||
          ',"device":"' || c.device_id ||
          '","receivedAt":"' || to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') ||
          '","payload":' || c.payload || '}'
        when 'decided' then ',"decided":' || told_decision(f.quarantined_id)
        else ''
      end || '}' as change
    from page f
    left join granted g on g.visit_id = f.visit_id
    left join field_command c on c.id = f.command_id
    left join visit v on f.kind = 'visit' and v.id = f.visit_id
    where f.visit_id is not null and (f.account_id is not null or (g.xid, g.seq) < (f.xid, f.seq))
  )
  select
    size.full_page,
    size.grants,
    case
      when size.full_page then (select f.xid || ':' || f.seq from page f order by f.xid desc, f.seq desc limit 1)
      when after_xid >= watermark then after_xid || ':' || after_seq
      else watermark || ':0'
    end,
    -- What the fence hides has no text.
    '[' || coalesce((select string_agg(t.change, ',' order by t.xid, t.seq) from told t), '') || ']'
  into is_full, has_grants, last, changes
  from size;
  return next;
end $$;
--> statement-breakpoint
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
-- Dated anew from what each command tells, where its device knew the distance: by the server's clock, and never after the
-- receipt. What the device said stays in field_command. Revisions of findings are insert-only and stay as they are. The console has the server's clock (its device is the author).
update finding f set raised_at = t.at,
  device_at = case when abs(extract(epoch from t.at - c.written_at)) >= 60 then c.written_at end,
  clock_unknown = c.server_offset_ms is null
from finding_revision r join field_command c on c.id = r.id
cross join lateral (
  select case when c.server_offset_ms is null then c.written_at
    else least(c.written_at + c.server_offset_ms * interval '1 millisecond', c.received_at) end as at
) t
where r.finding_id = f.id and r.revision = 1 and c.device_id <> c.author_id and f.raised_at = c.written_at;
--> statement-breakpoint
update dossier_sample d set sampled_at = least(c.written_at + c.server_offset_ms * interval '1 millisecond', c.received_at)
from field_command c
where c.id = d.command_id and c.device_id <> c.author_id and c.server_offset_ms is not null
  and d.sampled_at = c.written_at;
--> statement-breakpoint
update evidence e set taken_at = t.at,
  device_at = case when abs(extract(epoch from t.at - e.taken_at)) >= 60 then e.taken_at end,
  clock_unknown = c.server_offset_ms is null
from field_command c join evidence o on lower(c.payload ->> 'evidenceId') = o.id::text
cross join lateral (
  select case when c.server_offset_ms is null then o.taken_at else least(o.taken_at + c.server_offset_ms * interval '1 millisecond', c.received_at) end as at
) t
where o.id = e.id and c.visit_id = e.visit_id and c.action = 'evidence.attach' and c.device_id <> c.author_id;
--> statement-breakpoint
-- Of several tablets the first that was applied counted.
update visit v set checked_in_at = least(v.checked_in_at + c.server_offset_ms * interval '1 millisecond', c.received_at)
from (
  select distinct on (visit_id) * from field_command where action = 'visit.check-in' order by visit_id, applied_no
) c
where c.visit_id = v.id and c.device_id <> c.author_id and c.server_offset_ms is not null
  and v.checked_in_at = (c.payload ->> 'arrivedAt')::timestamptz;
--> statement-breakpoint
-- Names that turn the direction of what follows read as another kind of file than they are.
update evidence set name = coalesce(nullif(btrim(regexp_replace(name, '[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]', '', 'g')), ''), 'tep')
where name ~ '[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]';
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
