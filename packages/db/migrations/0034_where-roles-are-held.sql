-- A role counts where it is held. Set by `enter` beside what was: the roles that are held over the whole system (over
-- nothing in particular, or over every unit in force that has none above it), those over nothing in particular, and the
-- units over which one is administrator, programme office, quality office.
create function over_whole(variadic wanted text[]) returns boolean language sql stable parallel safe
  return string_to_array(coalesce(current_setting('kycuong.whole', true), ''), ',') && wanted;
--> statement-breakpoint
create function unbounded(role text) returns boolean language sql stable parallel safe
  return role = any(string_to_array(coalesce(current_setting('kycuong.unbounded', true), ''), ','));
--> statement-breakpoint
create function administered() returns uuid[] language sql stable parallel safe
  return unit_setting('kycuong.administered');
--> statement-breakpoint
create function programme_offices() returns uuid[] language sql stable parallel safe
  return unit_setting('kycuong.programme_offices');
--> statement-breakpoint
create function quality_offices() returns uuid[] language sql stable parallel safe
  return unit_setting('kycuong.quality_offices');
--> statement-breakpoint
create function administers_account(p_account uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return unbounded('administrator') or exists (
    select from account a join unit_scope s on s.unit_id = a.unit_id
    where a.id = p_account and s.ancestor_id = any(administered()));
end $$;
--> statement-breakpoint
create function administers_device(p_device uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return unbounded('administrator') or exists (
    select from device d join unit_scope s on s.unit_id = d.unit_id
    where d.id = p_device and s.ancestor_id = any(administered()));
end $$;
--> statement-breakpoint
create function oversees_device(p_device uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return administers_device(p_device) or exists (
    select from device d join unit_scope s on s.unit_id = d.unit_id
    where d.id = p_device and s.ancestor_id = any(oversight()));
end $$;
--> statement-breakpoint
-- As before, on the word of who administers the account.
create or replace function give_password(p_account uuid, p_hash text, p_until timestamptz, p_at timestamptz)
returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
begin
  if not administers_account(p_account) then
    raise exception 'only its administrator gives an account a password' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('kycuong.door', 'sign-in', true);
  insert into credential (account_id, password_hash, changed_at, given, given_until)
  values (p_account, p_hash, p_at, true, p_until)
  on conflict (account_id) do update
  set password_hash = excluded.password_hash, changed_at = excluded.changed_at, given = true, given_until = excluded.given_until;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
--> statement-breakpoint
-- Leadership, programme office and quality office are held over a province.
create function is_held_there(p_role text, p_kind text) returns boolean language sql immutable parallel safe
  return p_role not in ('leadership', 'programme-office', 'quality-office')
    or coalesce(p_kind in ('tinh', 'thanh-pho-tw'), false);
--> statement-breakpoint
-- The grants of an account that give something on a day. One that was given below a province, before that was refused,
-- stays as a row and gives nothing.
create function grants_in_force(p_account uuid, p_on date) returns table (id uuid, role text, unit_id uuid)
language sql stable parallel safe as $$
  select g.id, g.role, g.unit_id from role_grant g left join unit u on u.id = g.unit_id
  where g.account_id = p_account and g.valid_from <= p_on and (g.valid_until is null or g.valid_until >= p_on)
    and is_held_there(g.role, u.kind)
$$;
--> statement-breakpoint
create or replace function enter(p_actor uuid, p_on date, p_at timestamptz) returns jsonb language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set jit = off as $$
declare
  who record;
  held record;
  teams text;
  inspected text;
begin
  perform set_config('kycuong.door', 'person', true), set_config('kycuong.actor', p_actor::text, true);
  select a.full_name, a.unit_id into who from account a where a.id = p_actor and a.disabled_at is null;
  if not found then
    perform set_config('kycuong.door', '', true), set_config('kycuong.actor', '', true);
    return null;
  end if;
  with g as materialized (select * from grants_in_force(p_actor, p_on)),
  root as materialized (
    select u.id from unit u
    where u.parent_id is null and u.valid_from <= p_on and (u.valid_until is null or u.valid_until >= p_on)
  ),
  whole as materialized (
    select distinct one.role from g one
    where one.unit_id is null or exists (select from root) and not exists (
      select from root where not exists (
        select from unit_scope s join g on g.unit_id = s.ancestor_id
        where s.unit_id = root.id and g.role = one.role))
  )
  select
    coalesce(jsonb_agg(jsonb_build_object(
      'role', g.role, 'unitId', g.unit_id, 'whole', g.role in (select role from whole)) order by g.id), '[]') as grants,
    string_agg(distinct g.role, ',') as roles,
    (select string_agg(role, ',') from whole) as whole,
    string_agg(distinct g.role, ',') filter (where g.unit_id is null) as unbounded,
    string_agg(g.unit_id::text, ',') filter (where g.role in ('leadership', 'programme-office')) as oversight,
    string_agg(g.unit_id::text, ',') filter (where g.role in ('leadership', 'programme-office', 'quality-office')) as quality,
    string_agg(g.unit_id::text, ',') filter (where g.role = 'programme-office') as programme_offices,
    string_agg(g.unit_id::text, ',') filter (where g.role = 'quality-office') as quality_offices,
    string_agg(g.unit_id::text, ',') filter (where g.role = 'administrator') as administered,
    string_agg(g.unit_id::text, ',') filter (where g.role = 'agency-head') as headed
  into held
  from g;
  select string_agg(m.round_id::text, ',') into teams
  from round_member m
  where m.account_id = p_actor and m.removed_at is null;
  perform
    set_config('kycuong.roles', coalesce(held.roles, ''), true),
    set_config('kycuong.whole', coalesce(held.whole, ''), true),
    set_config('kycuong.unbounded', coalesce(held.unbounded, ''), true),
    set_config('kycuong.oversight', coalesce(held.oversight, ''), true),
    set_config('kycuong.quality_oversight', coalesce(held.quality, ''), true),
    set_config('kycuong.programme_offices', coalesce(held.programme_offices, ''), true),
    set_config('kycuong.quality_offices', coalesce(held.quality_offices, ''), true),
    set_config('kycuong.administered', coalesce(held.administered, ''), true),
    set_config('kycuong.headed', coalesce(held.headed, ''), true),
    set_config('kycuong.team_rounds', coalesce(teams, ''), true);
  -- Only now does the fence show the rounds of the teams.
  if teams is not null then
    select string_agg(distinct v.unit_id::text, ',') into inspected
    from visit v join round r on r.id = v.round_id
    where r.status = 'issued' and v.round_id = any(string_to_array(teams, ',')::uuid[]);
  end if;
  perform set_config('kycuong.team_units', coalesce(inspected, ''), true);
  return jsonb_build_object(
    'accountId', p_actor, 'name', who.full_name, 'unitId', who.unit_id, 'grants', held.grants);
end $$;
--> statement-breakpoint
-- As before, with the grants that give something, and the programme offices that may write on a visit. Nothing of the field
-- rests on any other place.
create or replace function enter_visits(p_actor uuid, p_on date, p_at timestamptz, p_visits uuid[]) returns jsonb language plpgsql
set enable_seqscan = off set jit = off as $$
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
    string_agg(g.unit_id::text, ',') filter (where g.role = 'programme-office') as programme_offices,
    string_agg(g.unit_id::text, ',') filter (where g.role = 'agency-head') as headed
  into held
  from grants_in_force(p_actor, p_on) g;
  select string_agg(m.round_id::text, ',') into teams
  from round_member m
  where m.account_id = p_actor and m.removed_at is null;
  perform
    set_config('kycuong.roles', coalesce(held.roles, ''), true),
    set_config('kycuong.whole', '', true),
    set_config('kycuong.unbounded', '', true),
    set_config('kycuong.oversight', coalesce(held.oversight, ''), true),
    set_config('kycuong.quality_oversight', coalesce(held.quality, ''), true),
    set_config('kycuong.programme_offices', coalesce(held.programme_offices, ''), true),
    set_config('kycuong.quality_offices', '', true),
    set_config('kycuong.administered', '', true),
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
create or replace function enter_alone(p_actor uuid) returns void language plpgsql as $$
begin
  perform
    set_config('kycuong.door', 'person', true), set_config('kycuong.actor', p_actor::text, true),
    set_config('kycuong.roles', '', true), set_config('kycuong.whole', '', true),
    set_config('kycuong.unbounded', '', true), set_config('kycuong.oversight', '', true),
    set_config('kycuong.quality_oversight', '', true), set_config('kycuong.programme_offices', '', true),
    set_config('kycuong.quality_offices', '', true), set_config('kycuong.administered', '', true),
    set_config('kycuong.headed', '', true), set_config('kycuong.team_rounds', '', true),
    set_config('kycuong.team_units', '', true);
end $$;
--> statement-breakpoint
-- A pattern of the ids by which an unannounced visit that has not begun can be named, and its round, for everybody but the
-- team and who prepared it; null where there is none. Entered as the system for its one look: whoever is to be kept from
-- a visit does not see it. Not for a parallel worker, which may set nothing.
create function unannounced() returns text language plpgsql stable parallel unsafe as $$
declare
  door text := current_setting('kycuong.door', true);
  found text;
begin
  perform set_config('kycuong.door', 'system', true);
  select string_agg(v.id || '|' || v.round_id, '|') into found
  from visit v
  where v.kept_secret and v.checked_in_at is null and v.closed_at is null
    and not (v.round_id = any(coalesce(team_rounds(), '{}')))
    and not exists (select from round r where r.id = v.round_id and r.created_by = actor_id());
  perform set_config('kycuong.door', coalesce(door, ''), true);
  return found;
end $$;
--> statement-breakpoint
create function refuse_role_below_province() returns trigger language plpgsql as $$
begin
  -- The dates of one that stands may still be changed, so that it can be ended.
  if not is_held_there(new.role, (select u.kind from unit u where u.id = new.unit_id)) and not exists (
    select from role_grant g where g.id = new.id and g.role = new.role and g.unit_id = new.unit_id) then
    raise exception 'The role % is held over a province', new.role
      using errcode = 'check_violation', constraint = 'role_grant_province', table = 'role_grant';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger held_over_province before insert or update of role, unit_id on role_grant
  for each row execute function refuse_role_below_province();
--> statement-breakpoint
ALTER POLICY "insert" ON "account" TO public WITH CHECK (((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = account.unit_id and s.ancestor_id = any((select administered())::uuid[]))));--> statement-breakpoint
ALTER POLICY "update" ON "account" TO public USING (((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = account.unit_id and s.ancestor_id = any((select administered())::uuid[])))) WITH CHECK (((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = account.unit_id and s.ancestor_id = any((select administered())::uuid[]))));--> statement-breakpoint
ALTER POLICY "insert" ON "credential" TO public WITH CHECK (administers_account(credential.account_id));--> statement-breakpoint
ALTER POLICY "update" ON "credential" TO public USING (("credential"."account_id" = (select actor_id()) or administers_account(credential.account_id))) WITH CHECK (("credential"."account_id" = (select actor_id()) or administers_account(credential.account_id)));--> statement-breakpoint
ALTER POLICY "insert" ON "role_grant" TO public WITH CHECK ((((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = role_grant.unit_id and s.ancestor_id = any((select administered())::uuid[]))) and administers_account(role_grant.account_id)));--> statement-breakpoint
ALTER POLICY "update" ON "role_grant" TO public USING ((((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = role_grant.unit_id and s.ancestor_id = any((select administered())::uuid[]))) and administers_account(role_grant.account_id))) WITH CHECK ((((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = role_grant.unit_id and s.ancestor_id = any((select administered())::uuid[]))) and administers_account(role_grant.account_id)));--> statement-breakpoint
ALTER POLICY "remove" ON "role_grant" TO public USING ((((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = role_grant.unit_id and s.ancestor_id = any((select administered())::uuid[]))) and administers_account(role_grant.account_id)));--> statement-breakpoint
ALTER POLICY "read" ON "internal_audit" TO public USING (((select is_system()) or ((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = internal_audit.unit_id and s.ancestor_id = any((select administered())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = internal_audit.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = internal_audit.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "insert" ON "internal_audit" TO public WITH CHECK ((exists (select 1 from unit_scope s where s.unit_id = internal_audit.unit_id and s.ancestor_id = any((select quality_offices())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = internal_audit.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "read" ON "management_review" TO public USING (((select is_system()) or ((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = management_review.unit_id and s.ancestor_id = any((select administered())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = management_review.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = management_review.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "insert" ON "management_review" TO public WITH CHECK ((exists (select 1 from unit_scope s where s.unit_id = management_review.unit_id and s.ancestor_id = any((select quality_offices())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = management_review.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "insert" ON "calendar_year" TO public WITH CHECK ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
ALTER POLICY "update" ON "calendar_year" TO public USING ((select over_whole('administrator', 'programme-office'))) WITH CHECK ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
ALTER POLICY "insert" ON "holiday" TO public WITH CHECK ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
ALTER POLICY "update" ON "holiday" TO public USING ((select over_whole('administrator', 'programme-office'))) WITH CHECK ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
ALTER POLICY "remove" ON "holiday" TO public USING ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
ALTER POLICY "insert" ON "checklist_version" TO public WITH CHECK ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
ALTER POLICY "update" ON "checklist_version" TO public USING ((select over_whole('administrator', 'programme-office'))) WITH CHECK ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
ALTER POLICY "insert" ON "legal_basis" TO public WITH CHECK ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
ALTER POLICY "update" ON "legal_basis" TO public USING ((select over_whole('administrator', 'programme-office'))) WITH CHECK ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
ALTER POLICY "update" ON "conclusion" TO public USING ((conclusion.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = conclusion.lead_unit_id and s.ancestor_id = any((select programme_offices())::uuid[])))) WITH CHECK ((conclusion.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = conclusion.lead_unit_id and s.ancestor_id = any((select programme_offices())::uuid[]))));--> statement-breakpoint
ALTER POLICY "insert" ON "corrective_action" TO public WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select programme_offices())::uuid[])));--> statement-breakpoint
ALTER POLICY "update" ON "corrective_action" TO public USING ((exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select programme_offices())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select headed())::uuid[])))) WITH CHECK ((exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select programme_offices())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "update" ON "corrective_action_answer" TO public USING (exists (select 1 from unit_scope s where s.unit_id = corrective_action_answer.unit_id and s.ancestor_id = any((select programme_offices())::uuid[]))) WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = corrective_action_answer.unit_id and s.ancestor_id = any((select programme_offices())::uuid[])));--> statement-breakpoint
ALTER POLICY "read" ON "device_account" TO public USING (("device_account"."account_id" = (select actor_id()) or (select is_system()) or oversees_device(device_account.device_id) or exists (select 1 from round_member m where m.account_id = device_account.account_id and m.round_id = any((select team_rounds())::uuid[]))));--> statement-breakpoint
ALTER POLICY "read" ON "device_wipe" TO public USING (((select is_system()) or (select at_sign_in()) or administers_device(device_wipe.device_id)));--> statement-breakpoint
ALTER POLICY "insert" ON "device_wipe" TO public WITH CHECK ((administers_device(device_wipe.device_id) and "device_wipe"."ordered_by" = (select actor_id())));--> statement-breakpoint
ALTER POLICY "update" ON "device_wipe" TO public USING (((select is_system()) or (select at_sign_in()) or administers_device(device_wipe.device_id))) WITH CHECK (((select is_system()) or (select at_sign_in()) or administers_device(device_wipe.device_id)));--> statement-breakpoint
ALTER POLICY "update" ON "evidence" TO public USING (((select is_system()) or exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select programme_offices())::uuid[])))) WITH CHECK (((select is_system()) or exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select programme_offices())::uuid[]))));--> statement-breakpoint
ALTER POLICY "update" ON "finding" TO public USING ((finding.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = finding.unit_id and s.ancestor_id = any((select programme_offices())::uuid[])))) WITH CHECK ((finding.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = finding.unit_id and s.ancestor_id = any((select programme_offices())::uuid[]))));--> statement-breakpoint
ALTER POLICY "insert" ON "unit" TO public WITH CHECK ((select over_whole('administrator')));--> statement-breakpoint
ALTER POLICY "update" ON "unit" TO public USING ((select over_whole('administrator'))) WITH CHECK ((select over_whole('administrator')));--> statement-breakpoint
ALTER POLICY "insert" ON "unit_lineage" TO public WITH CHECK ((select over_whole('administrator')));--> statement-breakpoint
ALTER POLICY "read" ON "unit_scope" TO public USING (((select signed_in()) or (select at_sign_in())));--> statement-breakpoint
ALTER POLICY "insert" ON "unit_scope" TO public WITH CHECK ((select over_whole('administrator')));--> statement-breakpoint
ALTER POLICY "remove" ON "unit_scope" TO public USING ((select over_whole('administrator')));--> statement-breakpoint
ALTER POLICY "insert" ON "round" TO public WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = round.lead_unit_id and s.ancestor_id = any((select programme_offices())::uuid[])));--> statement-breakpoint
ALTER POLICY "update" ON "round" TO public USING (exists (select 1 from unit_scope s where s.unit_id = round.lead_unit_id and s.ancestor_id = any((select programme_offices())::uuid[]))) WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = round.lead_unit_id and s.ancestor_id = any((select programme_offices())::uuid[])));--> statement-breakpoint
ALTER POLICY "insert" ON "round_member" TO public WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = round_member.lead_unit_id and s.ancestor_id = any((select programme_offices())::uuid[])));--> statement-breakpoint
ALTER POLICY "update" ON "round_member" TO public USING (exists (select 1 from unit_scope s where s.unit_id = round_member.lead_unit_id and s.ancestor_id = any((select programme_offices())::uuid[]))) WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = round_member.lead_unit_id and s.ancestor_id = any((select programme_offices())::uuid[])));--> statement-breakpoint
ALTER POLICY "read" ON "quality_event" TO public USING (((select is_system()) or ((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = quality_event.unit_id and s.ancestor_id = any((select administered())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = quality_event.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = quality_event.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "insert" ON "quality_event" TO public WITH CHECK ((exists (select 1 from unit_scope s where s.unit_id = quality_event.unit_id and s.ancestor_id = any((select quality_offices())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = quality_event.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "read" ON "quality_system" TO public USING (((select is_system()) or ((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select administered())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "insert" ON "quality_system" TO public WITH CHECK ((exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select quality_offices())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "update" ON "quality_system" TO public USING ((exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select quality_offices())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select headed())::uuid[])))) WITH CHECK ((exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select quality_offices())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
ALTER POLICY "read" ON "standard_edition" TO public USING ((select signed_in()));--> statement-breakpoint
ALTER POLICY "insert" ON "standard_edition" TO public WITH CHECK ((select over_whole('administrator', 'quality-office')));--> statement-breakpoint
ALTER POLICY "update" ON "standard_edition" TO public USING ((select over_whole('administrator', 'quality-office'))) WITH CHECK ((select over_whole('administrator', 'quality-office')));--> statement-breakpoint
ALTER POLICY "read" ON "trail_entry" TO public USING (((select is_system()) or (((select over_whole('administrator')) or ((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = trail_entry.unit_id and s.ancestor_id = any((select administered())::uuid[])))) and not ((trail_entry.subject_id || trail_entry.detail::text) ~ (select unannounced())) is true)));--> statement-breakpoint
ALTER POLICY "insert" ON "visit" TO public WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select programme_offices())::uuid[])));--> statement-breakpoint
ALTER POLICY "update" ON "visit" TO public USING ((visit.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select programme_offices())::uuid[])))) WITH CHECK ((visit.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select programme_offices())::uuid[]))));