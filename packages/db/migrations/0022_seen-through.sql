ALTER TABLE "field_command" ADD COLUMN "through" uuid[];--> statement-breakpoint
-- As before, and with a command what was seen through a base that was not applied.
create or replace function pull_page(
  p_session text, p_actor uuid, p_on date, p_at timestamptz, p_generation text, p_xid text, p_seq text
) returns table (
  session_until timestamptz, generation text, known boolean, is_full boolean, last text, has_grants boolean, changes text
) language plpgsql set plan_cache_mode = force_generic_plan
-- Planned for tables that have grown, and walked in the order of the cursor's index: to gather all that is a team's and
-- sort it takes as long as the feed is.
set enable_seqscan = off set enable_sort = off as $$
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
          '","device":"' || c.device_id ||
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
