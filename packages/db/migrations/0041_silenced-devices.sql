ALTER TABLE "device_account" ADD COLUMN "silenced_at" timestamp with time zone;--> statement-breakpoint
ALTER POLICY "read" ON "device_account" TO public USING (("device_account"."account_id" = (select actor_id()) or (select is_system()) or (select at_sign_in()) or oversees_device(device_account.device_id) or exists (select 1 from round_member m where m.account_id = device_account.account_id and m.round_id = any((select team_rounds())::uuid[]))));--> statement-breakpoint
ALTER POLICY "update" ON "device_account" TO public USING (("device_account"."account_id" = (select actor_id()) or (select at_sign_in()))) WITH CHECK (("device_account"."account_id" = (select actor_id()) or (select at_sign_in())));--> statement-breakpoint
-- A device that was registered for a person speaks for them no more.
create function silence_devices_of(p_account uuid) returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
begin
  perform set_config('kycuong.door', 'sign-in', true);
  update device_account u set silenced_at = clock_timestamp() where u.account_id = p_account and u.silenced_at is null;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
--> statement-breakpoint
create function silence_devices() returns trigger language plpgsql as $$
begin
  perform silence_devices_of(coalesce(to_jsonb(new) ->> 'account_id', to_jsonb(new) ->> 'id')::uuid);
  return null;
end $$;
--> statement-breakpoint
-- Whatever way it comes about: with another password, or when a lock ends (while it lasts, work waits for the leader).
create trigger silence_devices after update of password_hash on credential
  for each row when (old.password_hash is distinct from new.password_hash) execute function silence_devices();
--> statement-breakpoint
create trigger silence_devices after update of disabled_at on account
  for each row when (old.disabled_at is not null and new.disabled_at is null) execute function silence_devices();
