-- An administrator's looks at the sessions of an account, and ending them. The fence itself shows sessions to their own
-- person alone: it is judged with every call that a session makes.
create or replace function sessions_of(p_account uuid) returns setof session language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
begin
  if not administers_account(p_account) then return; end if;
  perform set_config('kycuong.door', 'sign-in', true);
  return query select s.* from session s where s.account_id = p_account;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
--> statement-breakpoint
create or replace function end_sessions_of(p_account uuid) returns integer language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  ended integer;
begin
  if not administers_account(p_account) then return null; end if;
  perform set_config('kycuong.door', 'sign-in', true);
  delete from session s where s.account_id = p_account;
  get diagnostics ended = row_count;
  perform set_config('kycuong.door', coalesce(before, ''), true);
  return ended;
end $$;
--> statement-breakpoint
-- As before, and of nobody outside the administrator's units.
create or replace function give_password(p_account uuid, p_hash text, p_until timestamptz, p_at timestamptz)
returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
begin
  if not administers_account(p_account) then
    raise exception 'only an administrator gives passwords' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('kycuong.door', 'sign-in', true);
  insert into credential (account_id, password_hash, changed_at, given, given_until)
  values (p_account, p_hash, p_at, true, p_until)
  on conflict (account_id) do update
  set password_hash = excluded.password_hash, changed_at = excluded.changed_at, given = true, given_until = excluded.given_until;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
