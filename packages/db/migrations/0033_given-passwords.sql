-- A password that somebody else made up, on an administrator's word. The fence shows credentials to nobody but their own
-- person, so what is there can neither be found nor replaced from outside.
create function give_password(p_account uuid, p_hash text, p_until timestamptz, p_at timestamptz)
returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
begin
  if not has_role('administrator') then
    raise exception 'only an administrator gives passwords' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('kycuong.door', 'sign-in', true);
  insert into credential (account_id, password_hash, changed_at, given, given_until)
  values (p_account, p_hash, p_at, true, p_until)
  on conflict (account_id) do update
  set password_hash = excluded.password_hash, changed_at = excluded.changed_at, given = true, given_until = excluded.given_until;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
--> statement-breakpoint
-- Administrators read and end sessions themselves since the fence lets them.
drop function end_sessions_of(uuid);
