-- An inspector needs what was found before at the unit that the team goes to.
create function team_units() returns uuid[] language sql stable parallel safe
  return unit_setting('kycuong.team_units');
--> statement-breakpoint
-- As before, and the units of the person's rounds that are under way.
create or replace function enter(p_actor uuid, p_on date, p_at timestamptz) returns jsonb language plpgsql as $$
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
DROP INDEX "field_command_visit";--> statement-breakpoint
ALTER TABLE "field_command" ADD COLUMN "applied_no" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "field_command_applied_no_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
CREATE INDEX "field_command_visit" ON "field_command" USING btree ("visit_id","applied_no");--> statement-breakpoint
ALTER POLICY "read" ON "corrective_action" TO public USING ((exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select headed())::uuid[])) or corrective_action.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select team_units())::uuid[]))));--> statement-breakpoint
ALTER POLICY "read" ON "finding" TO public USING ((finding.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = finding.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or ((exists (select 1 from unit_scope s where s.unit_id = finding.unit_id and s.ancestor_id = any((select headed())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = finding.unit_id and s.ancestor_id = any((select team_units())::uuid[]))) and finding.released_at is not null)));
