-- As before; and nobody gives a role to themselves.
create or replace function gives_role(p_account uuid, p_unit uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return actor_id() is distinct from p_account and (unbounded('administrator')
    or administers_all(array[p_unit, (select a.unit_id from account a where a.id = p_account)]));
end $$;
--> statement-breakpoint
-- A role keeps whose it is, which and where; more days are given as a role is.
create function keep_role() returns trigger language plpgsql as $$
begin
  if (new.id, new.account_id, new.role) is distinct from (old.id, old.account_id, old.role)
    or new.unit_id is distinct from old.unit_id
    or (new.valid_from < old.valid_from or coalesce(new.valid_until, 'infinity') > coalesce(old.valid_until, 'infinity'))
      and not gives_role(new.account_id, new.unit_id) then
    raise exception 'a role is ended and given, never made another one' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger days_alone before update on role_grant for each row execute function keep_role();
--> statement-breakpoint
create function keep_registration() returns trigger language plpgsql as $$
begin
  if (new.registered_by, new.registered_at) is distinct from (old.registered_by, old.registered_at)
    or new.unit_id is distinct from old.unit_id
    or new.wiped_at is distinct from old.wiped_at and not (is_system() and old.wiped_at is null) then
    raise exception 'what a device was registered with stays' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger registration_stays before update of unit_id, registered_by, registered_at, wiped_at on device
  for each row execute function keep_registration();
--> statement-breakpoint
create function keep_wipe_order() returns trigger language plpgsql as $$
begin
  if (new.id, new.device_id, new.ordered_by, new.ordered_at, new.reason)
      is distinct from (old.id, old.device_id, old.ordered_by, old.ordered_at, old.reason)
    or not (is_system() or at_sign_in()) and (new.fetched_at, new.wiped_at, new.report)
      is distinct from (old.fetched_at, old.wiped_at, old.report) then
    raise exception 'what a device tells of an order is its own to tell' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger told_by_device before update on device_wipe for each row execute function keep_wipe_order();
--> statement-breakpoint
-- As before, for themselves or on the word of who stands over the account.
create or replace function silence_devices_of(p_account uuid) returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
begin
  if p_account is distinct from actor_id() and not at_sign_in() and not stands_over_account(p_account) then
    raise exception 'a device is silenced for its own person' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('kycuong.door', 'sign-in', true);
  update device_account u set silenced_at = clock_timestamp() where u.account_id = p_account and u.silenced_at is null;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
--> statement-breakpoint
ALTER POLICY "insert" ON "device" TO public WITH CHECK ("device"."registered_by" = (select actor_id()) and "device"."unit_id" is not distinct from
        (select a.unit_id from account a where a.id = (select actor_id())));