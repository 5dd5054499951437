-- Whom no policy holds, such as an operator in psql, is not held here either.
create or replace function silence_devices_of(p_account uuid) returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
begin
  if row_security_active('device_account') and p_account is distinct from actor_id() and not at_sign_in()
    and not stands_over_account(p_account) then
    raise exception 'a device is silenced for its own person' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('kycuong.door', 'sign-in', true);
  update device_account u set silenced_at = clock_timestamp() where u.account_id = p_account and u.silenced_at is null;
  perform set_config('kycuong.door', coalesce(before, ''), true);
end $$;
