-- The lead units of all rounds in whose teams a person is: whoever may act upon the account must reach them too, for
-- with the account they would hold the person's place in the team. Nothing else of a round shows.
create function team_lead_units(p_account uuid) returns uuid[] language plpgsql as $$
declare
  before text := current_setting('kycuong.actor', true);
  found_units uuid[];
begin
  if not has_role('administrator') then return null; end if;
  perform set_config('kycuong.actor', p_account::text, true);
  select coalesce(array_agg(distinct m.lead_unit_id), '{}') into found_units
  from round_member m
  where m.account_id = p_account and m.removed_at is null;
  perform set_config('kycuong.actor', coalesce(before, ''), true);
  return found_units;
end $$;
--> statement-breakpoint
-- Ends every session of an account, on an administrator's word; how many they were. The fence shows sessions to their
-- own person alone.
create function end_sessions_of(p_account uuid) returns integer language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  ended integer;
begin
  if not has_role('administrator') then return null; end if;
  perform set_config('kycuong.door', 'sign-in', true);
  delete from session s where s.account_id = p_account;
  get diagnostics ended = row_count;
  perform set_config('kycuong.door', coalesce(before, ''), true);
  return ended;
end $$;
