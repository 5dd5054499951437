ALTER TABLE "credential" ADD COLUMN "given" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "ref" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "last_used_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "ends_at" timestamp with time zone DEFAULT now() + interval '30 days' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ALTER COLUMN "ends_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "limited" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "device_id" uuid;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "browser" text;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_device" ON "session" USING btree ("device_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_ref" ON "session" USING btree ("ref");--> statement-breakpoint
-- As before; one that is good only for setting a password is none here.
create or replace function open_session(p_id text) returns table (account_id uuid, expires_at timestamptz)
language plpgsql set enable_seqscan = off set jit = off as $$
begin
  perform set_config('kycuong.door', 'sign-in', true);
  return query
    select s.account_id, s.expires_at
    from session s join account a on a.id = s.account_id
    where s.id = p_id and not s.limited and a.disabled_at is null;
  perform set_config('kycuong.door', '', true);
end $$;
--> statement-breakpoint
-- All there is to know of a session, whether it may do anything or not.
create function read_session(p_id text) returns setof session language plpgsql set enable_seqscan = off set jit = off as $$
begin
  perform set_config('kycuong.door', 'sign-in', true);
  return query
    select s.* from session s join account a on a.id = s.account_id
    where s.id = p_id and a.disabled_at is null;
  perform set_config('kycuong.door', '', true);
end $$;
--> statement-breakpoint
-- Whatever way it comes about: with another password, or disabled, an account's sessions are over for good.
create function end_sessions() returns trigger language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
begin
  perform set_config('kycuong.door', 'sign-in', true);
  delete from session where account_id = coalesce(to_jsonb(new) ->> 'account_id', to_jsonb(new) ->> 'id')::uuid;
  perform set_config('kycuong.door', coalesce(before, ''), true);
  return null;
end $$;
--> statement-breakpoint
create trigger end_sessions after update of password_hash on credential
  for each row when (old.password_hash is distinct from new.password_hash) execute function end_sessions();
--> statement-breakpoint
create trigger end_sessions after update of disabled_at on account
  for each row when (new.disabled_at is not null) execute function end_sessions();
