-- The first statement of every transaction of a person: who acts, with which grants on a day, in which teams.
-- Null when the account is unknown or disabled; then nothing is visible.
create function enter(p_actor uuid, p_on date, p_at timestamptz) returns jsonb language plpgsql as $$
declare
  who record;
  held record;
  teams text;
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
    set_config('kycuong.team_rounds', coalesce(teams, ''), true);
  return jsonb_build_object(
    'accountId', p_actor, 'name', who.full_name, 'unitId', who.unit_id, 'grants', held.grants);
end $$;
--> statement-breakpoint
-- Which unit stands over which: itself, all below it, its predecessors, its other intervals. A province covers the
-- former province all of whose communes went to it, and with that the former districts and their offices.
create function rebuild_unit_scope() returns void language plpgsql as $$
begin
  delete from unit_scope;
  insert into unit_scope (ancestor_id, unit_id)
  with recursive
  above (unit_id, top_id) as (
    select id, id from unit where parent_id is null
    union all
    select u.id, above.top_id from unit u join above on u.parent_id = above.unit_id
  ),
  former_top as (
    select old.top_id as former_id, min(new.top_id::text)::uuid as successor_id
    from unit_lineage l
    join above old on old.unit_id = l.predecessor_id
    join above new on new.unit_id = l.successor_id
    where old.top_id <> new.top_id
    group by old.top_id
    having count(distinct new.top_id) = 1
  ),
  edge (upper_id, lower_id) as (
    select parent_id, id from unit where parent_id is not null
    union select successor_id, predecessor_id from unit_lineage
    union select successor_id, former_id from former_top
    union select a.id, b.id from unit a join unit b on a.identity_id = b.identity_id and a.id <> b.id
  ),
  covered (upper_id, lower_id) as (
    select id, id from unit
    union
    select covered.upper_id, edge.lower_id from covered join edge on edge.upper_id = covered.lower_id
  )
  select upper_id, lower_id from covered;
end $$;
--> statement-breakpoint
insert into feed_generation (id) values (gen_random_uuid());
--> statement-breakpoint
-- Insert-only, whatever is granted.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is insert-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger insert_only before update or delete or truncate on trail_entry
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger insert_only before update or delete or truncate on field_command
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger insert_only before update or delete or truncate on finding_revision
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger insert_only before update or delete or truncate on command_receipt
  for each statement execute function refuse_change();
