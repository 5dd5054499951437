-- A policy's arm that is seldom asked stands in a function: written out, it brings the fences of all that it looks at into
-- the plan of every statement on the table, and to set up such a plan takes longer than to run it.
create function sees_visit_of(p_round uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select 1 from visit v where v.round_id = p_round);
end $$;
--> statement-breakpoint
ALTER POLICY "read" ON "round" TO public USING ((round.id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = round.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[])) or sees_visit_of(round.id)));--> statement-breakpoint
ALTER POLICY "read" ON "round_member" TO public USING (("round_member"."account_id" = (select actor_id()) or round_member.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = round_member.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[])) or sees_visit_of(round_member.round_id)));
--> statement-breakpoint
-- What a feed tells of a decision, as far as the fence shows it.
create function told_decision(p_id uuid) returns json language plpgsql stable as $$
begin
  return (
    select json_build_object(
      'id', q.id, 'decision', q.decision, 'by', json_build_object('id', q.decided_by, 'name', d.full_name),
      'at', to_char(q.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'reason', q.decision_reason, 'afterRefusal', q.refusal is not null)
    from quarantined_command q left join account d on d.id = q.decided_by
    where q.id = p_id
  );
end $$;
--> statement-breakpoint
-- Opens the fence for a person without any role or team: what is the person's own.
create function enter_alone(p_actor uuid) returns void language plpgsql as $$
begin
  perform
    set_config('kycuong.door', 'person', true), set_config('kycuong.actor', p_actor::text, true),
    set_config('kycuong.roles', '', true), set_config('kycuong.oversight', '', true),
    set_config('kycuong.quality_oversight', '', true), set_config('kycuong.headed', '', true),
    set_config('kycuong.team_rounds', '', true), set_config('kycuong.team_units', '', true);
end $$;
--> statement-breakpoint
-- As before, but entering with the teams alone: a feed tells nothing that a role would open. The watermark is taken
-- before the page is read: all that is below it has ended, so that nothing below it can appear later.
create or replace function pull_page(
  p_session text, p_actor uuid, p_on date, p_at timestamptz, p_generation text, p_xid text, p_seq text
) returns table (
  session_until timestamptz, generation text, known boolean, is_full boolean, last text, has_grants boolean, changes text
) language plpgsql set plan_cache_mode = force_generic_plan as $$
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
--> statement-breakpoint
drop function open_desk(uuid, date, timestamptz, uuid[], uuid[], json);
--> statement-breakpoint
drop function read_desk(uuid, uuid[], uuid[], json);
--> statement-breakpoint
-- As before, and what is known of photos: which of these ids are taken, which of these bytes are here.
create function read_desk(p_author uuid, p_visits uuid[], p_ids uuid[], p_lines json, p_evidence uuid[], p_hashes text[]) returns json language plpgsql as $$
declare
  evidence_read json;
begin
  if cardinality(p_evidence) > 0 then
    evidence_read := json_build_object(
      'held', (select coalesce(json_agg(e.id), '[]') from evidence e where e.id = any(p_evidence)),
      'received', (
        select coalesce(json_agg(one), '[]') from (
          select distinct e.sha256, e.size, e.media_type as "mediaType"
          from evidence e where e.sha256 = any(p_hashes) and e.status = 'received'
        ) one
      )
    );
  end if;
  return json_build_object(
    'stored', (
      select coalesce(json_agg(json_build_object(
        'id', r.id, 'author_id', r.author_id, 'content_hash', r.content_hash, 'receipt', r.receipt)), '[]')
      from command_receipt r where r.id = any(p_ids)
    ),
    'visits', (
      select coalesce(json_agg(one), '[]') from (
        select v.id, v.round_id, v.unit_id, v.status, v.checked_in_at, v.submitted_at, v.submitted_by, v.closed_at,
          v.closed_by, r.checklist_version_id, r.status as round_status, m.role, m.removed_at is not null as removed,
          (extract(epoch from m.assigned_at) * 1000)::float8 as assigned_ms,
          array(select s.ancestor_id from unit_scope s where s.unit_id = v.unit_id) as covered_by
        from visit v join round r on r.id = v.round_id
        left join round_member m on m.round_id = v.round_id and m.account_id = p_author
        where v.id = any(p_visits)
      ) one
    ),
    'answers', (
      select coalesce(json_agg(one), '[]') from (
        select a.visit_id, a.item_code, a.round_id, a.unit_id, a.conformity, a.count, a.note, a.writers
        from json_to_recordset(p_lines) as w (v uuid, i text)
        join answer a on a.visit_id = w.v and a.item_code = w.i
      ) one
    ),
    'evidence', evidence_read
  );
end $$;
--> statement-breakpoint
-- The first statement of a batch: enters, locks, and only then reads. Where the hash of a session is named, it has to be
-- open and the actor's own; null otherwise, as for an account that is unknown or disabled.
create function open_desk(
  p_session text, p_actor uuid, p_on date, p_at timestamptz,
  p_visits uuid[], p_ids uuid[], p_lines json, p_evidence uuid[], p_hashes text[]
) returns json language plpgsql as $$
declare
  session_until timestamptz;
  entered jsonb;
begin
  if p_session is not null then
    select o.expires_at into session_until
    from open_session(p_session) o where o.account_id = p_actor and o.expires_at > p_at;
    if not found then
      return null;
    end if;
  end if;
  entered := enter_visits(p_actor, p_on, p_at, p_visits);
  if entered is null then
    return null;
  end if;
  return json_build_object(
    'sessionUntil', session_until,
    'actor', entered,
    'desk', read_desk(p_actor, p_visits, p_ids, p_lines, p_evidence, p_hashes)
  );
end $$;
--> statement-breakpoint
drop function upload_ticket(uuid, date, timestamptz, uuid);
--> statement-breakpoint
-- What a person may upload under an id, in one statement: asked before every piece of a photo. Of the person named, or of
-- the one whose session a cookie's hash names. Enters without roles or teams, for what is one's own needs none; no row for
-- what is not there, not the person's, without a session or of a disabled account.
create function upload_ticket(p_session text, p_actor uuid, p_at timestamptz, p_evidence uuid)
returns table (session_until timestamptz, id uuid, sha256 text, size integer, media_type text, status text)
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  actor uuid := p_actor;
  until timestamptz;
begin
  if p_session is not null then
    select o.account_id, o.expires_at into actor, until
    from open_session(p_session) o where o.expires_at > p_at;
    if actor is null then return; end if;
  end if;
  perform enter_alone(actor);
  if p_session is null and not exists (select 1 from account a where a.id = actor and a.disabled_at is null) then
    return;
  end if;
  return query
    select until, e.id, e.sha256, e.size, e.media_type, e.status
    from evidence e
    where e.id = p_evidence and (e.attached_by = actor or e.sender_id = actor);
end $$;
--> statement-breakpoint
-- A connection keeps the plans of these as it first made them. Made while the tables are nearly empty, they would read
-- them from end to end for as long as the connection lives.
alter function open_session(text) set enable_seqscan = off;
--> statement-breakpoint
alter function enter(uuid, date, timestamptz) set enable_seqscan = off;
--> statement-breakpoint
alter function enter_visits(uuid, date, timestamptz, uuid[]) set enable_seqscan = off;
--> statement-breakpoint
alter function read_desk(uuid, uuid[], uuid[], json, uuid[], text[]) set enable_seqscan = off;
--> statement-breakpoint
alter function upload_ticket(text, uuid, timestamptz, uuid) set enable_seqscan = off;
