-- Whether an account has a password of its person's own, or a given one that has not run out.
create function has_good_password(p_account uuid, p_at timestamptz) returns boolean language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  good boolean;
begin
  if not has_role('administrator') then return null; end if;
  perform set_config('kycuong.door', 'sign-in', true);
  good := exists (
    select from credential c
    where c.account_id = p_account and not (c.given and c.given_until is not null and c.given_until <= p_at));
  perform set_config('kycuong.door', coalesce(before, ''), true);
  return good;
end $$;
--> statement-breakpoint
-- Whether somebody can come in with an account now, or by a slip that is still good. Of no other administrator is it said
-- that they are there.
create function can_come_in(p_account uuid, p_at timestamptz) returns boolean language plpgsql as $$
begin
  return exists (select from account a where a.id = p_account and a.disabled_at is null)
    and has_good_password(p_account, p_at);
end $$;
--> statement-breakpoint
-- As before, in the same words.
create or replace function needs_slip(p_account uuid, p_at timestamptz) returns boolean language plpgsql as $$
begin
  return administers_account(p_account) and not has_good_password(p_account, p_at);
end $$;
--> statement-breakpoint
drop function has_credential;
