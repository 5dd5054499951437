-- What every request asks first, in one statement: whose session a cookie's hash names. No transaction is opened
-- around it, and the door closes again before it ends.
create function open_session(p_id text) returns table (account_id uuid, expires_at timestamptz)
language plpgsql as $$
begin
  perform set_config('kycuong.door', 'sign-in', true);
  return query
    select s.account_id, s.expires_at
    from session s join account a on a.id = s.account_id
    where s.id = p_id and a.disabled_at is null;
  perform set_config('kycuong.door', '', true);
end $$;
--> statement-breakpoint
-- One page of a person's change feed, in one statement: enters as that person, and reads through the fence what stands
-- past the cursor and below the watermark, the oldest transaction that is still open, so that nothing can appear later
-- behind the cursor. A cursor of another generation starts over. Null when the account is unknown or disabled.
--
-- The page is cut before it is asked what of it is the person's own: what the team did at a visit before it was
-- granted comes with the packet of the grant. Nothing is lost by that: when the grant is below the watermark, all that
-- precedes it is committed and in the packet. After a page that is not full the cursor stands at the watermark itself,
-- so that a later pull need not walk again over what others did.
create function pull_feed(p_actor uuid, p_on date, p_at timestamptz, p_generation text, p_xid text, p_seq text)
returns text language plpgsql as $$
declare
  generation text;
  known boolean;
  after_xid xid8 := '0';
  after_seq bigint := 0;
begin
  if enter(p_actor, p_on, p_at) is null then
    return null;
  end if;
  select g.id::text into generation from feed_generation g order by g.started_at desc limit 1;
  known := coalesce(p_generation = generation, false);
  if known then
    after_xid := p_xid::xid8;
    after_seq := p_seq::bigint;
  end if;
  return (
    with
    -- A constant limit lets even a plan for any cursor walk the index in its order.
    page as materialized (
      select f.* from change_feed f
      where (f.xid, f.seq) > (after_xid, after_seq) and f.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by f.xid, f.seq
      limit 1000
    ),
    granted as materialized (
      select distinct on (g.visit_id) g.visit_id, g.xid, g.seq
      from change_feed g
      where g.account_id = p_actor and g.kind = 'granted'
      order by g.visit_id, g.xid, g.seq
    ),
    entry as (
      select f.xid, f.seq, json_build_object(
        'at', f.xid::text || ':' || f.seq,
        'kind', f.kind,
        'visitId', f.visit_id,
        'status', v.status,
        'command', case when c.id is not null then json_build_object(
          'id', c.id,
          'action', c.action,
          'author', c.author_id,
          'clock', c.clock,
          'base', c.base,
          'writtenAt', to_char(c.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'device', c.device_id,
          'receivedAt', to_char(c.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'payload', c.payload
        ) end
      ) as told
      from page f
      left join granted g on g.visit_id = f.visit_id
      left join field_command c on c.id = f.command_id
      left join visit v on f.kind = 'visit' and v.id = f.visit_id
      where f.visit_id is not null and (f.account_id is not null or (g.xid, g.seq) < (f.xid, f.seq))
    ),
    size as (select count(*) as rows from page)
    select json_build_object(
      'generation', generation,
      'known', known,
      'full', size.rows = 1000,
      'last', case
        when size.rows = 1000 then (select f.xid::text || ':' || f.seq from page f order by f.xid desc, f.seq desc limit 1)
        else greatest(after_xid, pg_snapshot_xmin(pg_current_snapshot()))::text || ':' ||
          case when after_xid >= pg_snapshot_xmin(pg_current_snapshot()) then after_seq else 0 end
      end,
      'entries', (select coalesce(json_agg(e.told order by e.xid, e.seq), '[]') from entry e)
    )::text
    from size
  );
end $$;
