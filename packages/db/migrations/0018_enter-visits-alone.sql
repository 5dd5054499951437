-- As before, without what the field's own work never reads: the units of the teams. Its statements are always the same,
-- with lists of any length: one plan serves them all.
create or replace function enter_visits(p_actor uuid, p_on date, p_at timestamptz, p_visits uuid[]) returns jsonb language plpgsql as $$
declare
  who record;
  held record;
  teams text;
  lock_key bigint;
begin
  perform set_config('kycuong.door', 'person', true), set_config('kycuong.actor', p_actor::text, true);
  select a.full_name, a.unit_id into who from account a where a.id = p_actor and a.disabled_at is null;
  if not found then
    perform set_config('kycuong.door', '', true), set_config('kycuong.actor', '', true);
    return null;
  end if;
  select
    coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id) order by g.id), '[]') as grants,
    string_agg(distinct g.role, ',') as roles,
    string_agg(g.unit_id::text, ',') filter (where g.role in ('leadership', 'programme-office')) as oversight,
    string_agg(g.unit_id::text, ',') filter (where g.role in ('leadership', 'programme-office', 'quality-office')) as quality,
    string_agg(g.unit_id::text, ',') filter (where g.role = 'agency-head') as headed
  into held
  from role_grant g
  where g.account_id = p_actor and g.valid_from <= p_on and (g.valid_until is null or g.valid_until >= p_on);
  select string_agg(m.round_id::text, ',') into teams
  from round_member m
  where m.account_id = p_actor and m.removed_at is null;
  perform
    set_config('kycuong.roles', coalesce(held.roles, ''), true),
    set_config('kycuong.oversight', coalesce(held.oversight, ''), true),
    set_config('kycuong.quality_oversight', coalesce(held.quality, ''), true),
    set_config('kycuong.headed', coalesce(held.headed, ''), true),
    set_config('kycuong.team_rounds', coalesce(teams, ''), true),
    set_config('kycuong.team_units', '', true),
    set_config('plan_cache_mode', 'force_generic_plan', true);
  for lock_key in select distinct hashtextextended(v::text, 1) from unnest(p_visits) v order by 1 loop
    perform pg_advisory_xact_lock(lock_key);
  end loop;
  return jsonb_build_object(
    'accountId', p_actor, 'name', who.full_name, 'unitId', who.unit_id, 'grants', held.grants);
end $$;
--> statement-breakpoint
-- What nearly every command of the field rests on, at once: receipts of these ids, the visits with the author's place in
-- their teams, and the answers that stand at these lines (`[{"v": visit, "i": item code}]`).
create function read_desk(p_author uuid, p_visits uuid[], p_ids uuid[], p_lines json) returns json language plpgsql as $$
begin
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
    )
  );
end $$;
--> statement-breakpoint
-- The first statement of a batch: enters, locks, and only then reads.
create function open_desk(
  p_actor uuid, p_on date, p_at timestamptz, p_visits uuid[], p_ids uuid[], p_lines json
) returns json language plpgsql as $$
declare
  entered jsonb := enter_visits(p_actor, p_on, p_at, p_visits);
begin
  if entered is null then
    return null;
  end if;
  return json_build_object('actor', entered, 'desk', read_desk(p_actor, p_visits, p_ids, p_lines));
end $$;
