ALTER TABLE "change_feed" DROP CONSTRAINT "change_feed_kind";--> statement-breakpoint
ALTER TABLE "change_feed" ADD COLUMN "quarantined_id" uuid;--> statement-breakpoint
ALTER TABLE "change_feed" ADD CONSTRAINT "change_feed_quarantined_id_quarantined_command_id_fk" FOREIGN KEY ("quarantined_id") REFERENCES "public"."quarantined_command"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_feed_quarantined" ON "change_feed" USING btree ("quarantined_id") WHERE quarantined_id is not null;--> statement-breakpoint
ALTER TABLE "change_feed" ADD CONSTRAINT "change_feed_kind" CHECK ("change_feed"."kind" in ('granted', 'revoked', 'command', 'visit', 'decided'));--> statement-breakpoint
ALTER POLICY "read" ON "quarantined_command" TO public USING ((quarantined_command.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = quarantined_command.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or "quarantined_command"."author_id" = (select actor_id()) or "quarantined_command"."sender_id" = (select actor_id()) or (select is_system())));--> statement-breakpoint
-- What was decided before decisions were told.
insert into change_feed (account_id, round_id, visit_id, kind, quarantined_id)
select distinct told.account_id, q.round_id, q.visit_id, 'decided', q.id
from quarantined_command q cross join lateral (values (q.author_id), (q.sender_id)) told(account_id)
where q.decision is not null and told.account_id is not null;--> statement-breakpoint
-- One page of a person's change feed, in one statement: enters as that person (the one named, or the one whose session
-- a cookie's hash names), and reads through the fence what stands past the cursor and below the watermark, the oldest
-- transaction that is still open, so that nothing can appear later behind the cursor. A cursor of another generation
-- starts over. No row when there is no such session, or the account is unknown or disabled.
--
-- The page is cut before it is asked what of it is the person's own: what the team did at a visit before it was
-- granted comes with the packet of the grant. Nothing is lost by that: when the grant is below the watermark, all that
-- precedes it is committed and in the packet. After a page that is not full the cursor stands at the watermark itself,
-- so that a later pull need not walk again over what others did.
create or replace function pull_page(
  p_session text, p_actor uuid, p_on date, p_at timestamptz, p_generation text, p_xid text, p_seq text
) returns table (
  session_until timestamptz, generation text, known boolean, is_full boolean, last text, has_grants boolean, changes text
) language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  actor uuid := p_actor;
  after_xid xid8 := '0';
  after_seq bigint := 0;
begin
  if p_session is not null then
    select o.account_id, o.expires_at into actor, session_until
    from open_session(p_session) o where o.expires_at > p_at;
    if actor is null then return; end if;
  end if;
  if enter(actor, p_on, p_at) is null then return; end if;
  select g.id::text into generation from feed_generation g order by g.started_at desc limit 1;
  known := coalesce(p_generation = generation, false);
  if known then
    after_xid := p_xid::xid8;
    after_seq := p_seq::bigint;
  end if;
  with
  -- A constant limit lets even a plan for any cursor walk the index in its order.
  page as materialized (
    select f.* from change_feed f
    where (f.xid, f.seq) > (after_xid, after_seq) and f.xid < pg_snapshot_xmin(pg_current_snapshot())
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
        when 'decided' then (
          select ',"decided":' || json_build_object(
            'id', q.id, 'decision', q.decision, 'by', json_build_object('id', q.decided_by, 'name', d.full_name),
            'at', to_char(q.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'reason', q.decision_reason, 'afterRefusal', q.refusal is not null)
          from quarantined_command q left join account d on d.id = q.decided_by
          where q.id = f.quarantined_id
        )
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
      when after_xid >= pg_snapshot_xmin(pg_current_snapshot()) then after_xid || ':' || after_seq
      else pg_snapshot_xmin(pg_current_snapshot()) || ':0'
    end,
    -- What the fence hides has no text.
    '[' || coalesce((select string_agg(t.change, ',' order by t.xid, t.seq) from told t), '') || ']'
  into is_full, has_grants, last, changes
  from size;
  return next;
end $$;
