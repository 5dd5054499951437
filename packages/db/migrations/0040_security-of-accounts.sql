ALTER TABLE "security_event" DROP CONSTRAINT "security_event_kind";--> statement-breakpoint
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_kind" CHECK ("security_event"."kind" in ('sign-in', 'sign-out', 'sign-in-failed', 'throttled', 'wrong-current-password', 'refused', 'session-ended', 'password-changed', 'password-reset', 'account-locked', 'account-unlocked', 'second-factor-on', 'second-factor-off', 'second-factor-failed', 'recovery-code-used'));
--> statement-breakpoint
-- As before; where it was asked for is what the door said of the transaction, where the caller does not say.
create or replace function note_security(
  p_kind text, p_account uuid, p_at timestamptz, p_address text, p_browser text, p_session uuid, p_detail text
) returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  by_whom uuid := nullif(actor_id(), p_account);
  address text := coalesce(p_address, nullif(current_setting('kycuong.address', true), ''));
  browser text := coalesce(p_browser, nullif(current_setting('kycuong.browser', true), ''));
  key text := p_kind || ':' || coalesce(p_account::text, p_address, '') ||
    case when p_kind = 'refused' then ':' || coalesce(p_detail, '') else '' end;
  seen integer;
  nobodys integer := 0;
begin
  perform set_config('kycuong.door', 'sign-in', true);
  select count(*) into seen from (
    select from security_event e where e.bucket = key and e.at > p_at - interval '1 hour' and e.at <= p_at limit 20
  ) kept;
  if p_account is null and seen < 20 then
    select count(*) into nobodys from (
      select from security_event e
      where e.account_id is null and e.at > p_at - interval '1 hour' and e.at <= p_at limit 2000
    ) kept;
  end if;
  if seen < 20 and nobodys < 2000 then
    insert into security_event (at, kind, account_id, by_id, address, browser, session_ref, detail, more, bucket)
    values (p_at, p_kind, p_account, by_whom, address, browser, p_session, p_detail, seen = 19 or nobodys = 1999, key);
  end if;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
--> statement-breakpoint
create or replace function note_credential() returns trigger language plpgsql as $$
begin
  perform note_security(
    case when new.given then 'password-reset' else 'password-changed' end,
    new.account_id, new.changed_at, null, null, null, null);
  return null;
end $$;
--> statement-breakpoint
-- By the clock of whoever asked for it; what is done past the door has the database's.
create or replace function note_lock() returns trigger language plpgsql as $$
begin
  perform note_security(
    case when new.disabled_at is null then 'account-unlocked' else 'account-locked' end,
    new.id, coalesce(nullif(current_setting('kycuong.at', true), '')::timestamptz, clock_timestamp()),
    null, null, null, null);
  return null;
end $$;
--> statement-breakpoint
create function administers_on(p_account uuid, p_on date) returns boolean language sql stable parallel safe as $$
  select exists (select from grants_in_force(p_account, p_on) g where g.role = 'administrator')
$$;
--> statement-breakpoint
-- Ends what administrators without a second factor have open.
create function end_unproven(p_at timestamptz) returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  today date := (p_at at time zone 'Asia/Ho_Chi_Minh')::date;
  gone record;
begin
  perform set_config('kycuong.door', 'sign-in', true);
  for gone in
    delete from session s
    where not s.limited and not exists (select from second_factor f where f.account_id = s.account_id)
      and administers_on(s.account_id, today)
    returning s.account_id, s.ref
  loop
    perform note_security('session-ended', gone.account_id, p_at, null, null, gone.ref, null);
  end loop;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
