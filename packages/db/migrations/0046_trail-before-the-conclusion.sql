-- What the trail tells of field work before the round's conclusion is out, to somebody who administers the inspected unit and
-- neither the body that leads the round nor the whole system, and is not in its team: the subjects of those entries. A person
-- of the unit learns of it from the conclusion. Entered as the system for its one look, as `unannounced` is.
create function before_conclusion() returns text[] language plpgsql stable parallel unsafe as $$
declare
  door text := current_setting('kycuong.door', true);
  found_subjects text[];
begin
  if over_whole('administrator') or unbounded('administrator') or not has_role('administrator') then return '{}'; end if;
  perform set_config('kycuong.door', 'system', true);
  with kept as materialized (
    select v.id from visit v join round r on r.id = v.round_id
    where r.concluded_at is null and not (r.id = any(coalesce(team_rounds(), '{}')))
      and exists (select from unit_scope s where s.unit_id = v.unit_id and s.ancestor_id = any(administered()))
      and not exists (select from unit_scope s where s.unit_id = r.lead_unit_id and s.ancestor_id = any(administered()))
  )
  select array_agg(subject::text) into found_subjects from (
    select k.id from kept k
    union all
    select q.id from quarantined_command q join kept k on k.id = q.visit_id
    union all
    select e.id from evidence e join kept k on k.id = e.visit_id
  ) as told (subject);
  perform set_config('kycuong.door', coalesce(door, ''), true);
  return coalesce(found_subjects, '{}');
end $$;
--> statement-breakpoint
ALTER POLICY "read" ON "trail_entry" TO public USING (((select is_system()) or (((select over_whole('administrator')) or ((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = trail_entry.unit_id and s.ancestor_id = any((select administered())::uuid[])))) and not ((trail_entry.subject_id || trail_entry.detail::text) ~ (select unannounced())) is true and not (trail_entry.subject_id = any((select before_conclusion())::text[])))));