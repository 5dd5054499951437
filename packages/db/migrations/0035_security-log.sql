CREATE TABLE "security_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "security_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"by_id" uuid,
	"address" text,
	"browser" text,
	"session_ref" uuid,
	"detail" text,
	"more" boolean DEFAULT false NOT NULL,
	"bucket" text NOT NULL,
	CONSTRAINT "security_event_kind" CHECK ("security_event"."kind" in ('sign-in', 'sign-out', 'sign-in-failed', 'throttled', 'wrong-current-password', 'refused', 'session-ended', 'password-changed', 'account-locked', 'account-unlocked', 'second-factor-on', 'second-factor-off', 'second-factor-failed', 'recovery-code-used'))
);
--> statement-breakpoint
ALTER TABLE "security_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "security_event_bucket" ON "security_event" USING btree ("bucket","at");--> statement-breakpoint
CREATE INDEX "security_event_at" ON "security_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "security_event_account" ON "security_event" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "security_event_by" ON "security_event" USING btree ("by_id") WHERE by_id is not null;--> statement-breakpoint
CREATE INDEX "security_event_nobody" ON "security_event" USING btree ("at") WHERE account_id is null;--> statement-breakpoint
CREATE POLICY "read" ON "security_event" AS PERMISSIVE FOR SELECT TO public USING (((select at_sign_in()) or (select is_system()) or "security_event"."account_id" = (select actor_id()) or (select over_whole('administrator')) or ("security_event"."account_id" is not null and administers_account(security_event.account_id))));--> statement-breakpoint
CREATE POLICY "insert" ON "security_event" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "remove" ON "security_event" AS PERMISSIVE FOR DELETE TO public USING ((select is_system()));
--> statement-breakpoint
create trigger insert_only before update or truncate on security_event
  for each statement execute function refuse_change();
--> statement-breakpoint
-- Of one kind and account (or address, where there is no account), and of one refused procedure, twenty an hour; of all
-- that concerns no account, two thousand.
create function note_security(
  p_kind text, p_account uuid, p_at timestamptz, p_address text, p_browser text, p_session uuid, p_detail text
) returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  by_whom uuid := nullif(actor_id(), p_account);
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
    values (p_at, p_kind, p_account, by_whom, p_address, p_browser, p_session, p_detail, seen = 19 or nobodys = 1999, key);
  end if;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
--> statement-breakpoint
-- Whatever way it comes about, the log tells of it.
create function note_credential() returns trigger language plpgsql as $$
begin
  perform note_security('password-changed', new.account_id, new.changed_at, null, null, null, null);
  return null;
end $$;
--> statement-breakpoint
create trigger note_security after update of password_hash on credential
  for each row when (old.password_hash is distinct from new.password_hash) execute function note_credential();
--> statement-breakpoint
create function note_lock() returns trigger language plpgsql as $$
begin
  perform note_security(
    case when new.disabled_at is null then 'account-unlocked' else 'account-locked' end,
    new.id, coalesce(new.disabled_at, clock_timestamp()), null, null, null, null);
  return null;
end $$;
--> statement-breakpoint
create trigger note_security after update of disabled_at on account
  for each row when ((old.disabled_at is null) <> (new.disabled_at is null)) execute function note_lock();
--> statement-breakpoint
-- The fence shows sessions to their own person alone, so an administrator's word ends them here.
create or replace function end_sessions_of(p_account uuid) returns integer language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  ended integer;
begin
  if not (over_whole('administrator') or administers_account(p_account)) then return 0; end if;
  perform set_config('kycuong.door', 'sign-in', true);
  delete from session s where s.account_id = p_account;
  get diagnostics ended = row_count;
  perform set_config('kycuong.door', coalesce(before, ''), true);
  return ended;
end $$;
