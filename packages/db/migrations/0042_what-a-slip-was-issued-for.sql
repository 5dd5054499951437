-- Where a person works, what they hold on a day or later, and whose teams they are in (null: the whole system).
create function places_of(p_account uuid, p_on date) returns setof uuid language plpgsql as $$
declare
  before text := current_setting('kycuong.actor', true);
begin
  -- The fence shows people their own teams.
  perform set_config('kycuong.actor', p_account::text, true);
  return query
    select a.unit_id from account a where a.id = p_account
    union
    select g.unit_id from role_grant g
    where g.account_id = p_account and (g.valid_until is null or g.valid_until >= p_on)
    union
    select m.lead_unit_id from round_member m where m.account_id = p_account and m.removed_at is null;
  perform set_config('kycuong.actor', coalesce(before, ''), true);
end $$;
--> statement-breakpoint
create function stands_over_account(p_account uuid) returns boolean language plpgsql as $$
begin
  if unbounded('administrator') then return true; end if;
  if not administers_account(p_account) then return false; end if;
  return not exists (
    select from places_of(p_account, (now() at time zone 'Asia/Ho_Chi_Minh')::date) as place
    where not exists (
      select from unit_scope s where s.unit_id = place and s.ancestor_id = any(administered())));
end $$;
--> statement-breakpoint
-- Whoever gave a password reached everything that its person had on that day, and what stands below it. Before its person
-- comes to have more, it is over, with the sessions that wait for another one.
create function end_given_beyond() returns trigger language plpgsql as $$
declare
  before text := current_setting('kycuong.actor', true);
  changed jsonb := to_jsonb(new);
  person uuid := coalesce(changed ->> 'account_id', changed ->> 'id')::uuid;
  wanted uuid := case tg_table_name when 'round_member' then changed ->> 'lead_unit_id' else changed ->> 'unit_id' end;
begin
  perform set_config('kycuong.actor', person::text, true);
  update credential c set given_until = c.changed_at
  where c.account_id = person and c.given and (c.given_until is null or c.given_until > c.changed_at)
    and not exists (
      select from places_of(person, (c.changed_at at time zone 'Asia/Ho_Chi_Minh')::date) as place
      where place is null or place = wanted
        or exists (select from unit_scope s where s.unit_id = wanted and s.ancestor_id = place));
  if found then delete from session s where s.account_id = person; end if;
  perform set_config('kycuong.actor', coalesce(before, ''), true);
  return new;
end $$;
--> statement-breakpoint
create trigger end_given before insert or update of unit_id, valid_from, valid_until on role_grant
  for each row execute function end_given_beyond();
--> statement-breakpoint
create trigger end_given before update of unit_id on account
  for each row when (old.unit_id is distinct from new.unit_id) execute function end_given_beyond();
--> statement-breakpoint
create trigger end_given before insert or update of removed_at on round_member
  for each row when (new.removed_at is null) execute function end_given_beyond();
--> statement-breakpoint
-- Whether an account has nothing with which its person could sign in before a slip is issued.
create function needs_slip(p_account uuid, p_at timestamptz) returns boolean language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  good boolean;
begin
  if not administers_account(p_account) then return false; end if;
  perform set_config('kycuong.door', 'sign-in', true);
  good := exists (
    select from credential c
    where c.account_id = p_account and not (c.given and c.given_until is not null and c.given_until <= p_at));
  perform set_config('kycuong.door', coalesce(before, ''), true);
  return not good;
end $$;
--> statement-breakpoint
-- Whether anybody can sign in with an account, now or with a new password of their own.
create function has_credential(p_account uuid) returns boolean language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  there boolean;
begin
  if not has_role('administrator') then return null; end if;
  perform set_config('kycuong.door', 'sign-in', true);
  there := exists (select from credential c where c.account_id = p_account);
  perform set_config('kycuong.door', coalesce(before, ''), true);
  return there;
end $$;
--> statement-breakpoint
create or replace function end_sessions_of(p_account uuid) returns integer language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
  ended integer;
begin
  if not stands_over_account(p_account) then return null; end if;
  perform set_config('kycuong.door', 'sign-in', true);
  delete from session s where s.account_id = p_account;
  get diagnostics ended = row_count;
  perform set_config('kycuong.door', coalesce(before, ''), true);
  return ended;
end $$;
--> statement-breakpoint
-- As before, and to nobody who holds more than the administrator stands over.
create or replace function give_password(p_account uuid, p_hash text, p_until timestamptz, p_at timestamptz)
returns void language plpgsql as $$
declare
  before text := current_setting('kycuong.door', true);
begin
  if not stands_over_account(p_account) then
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
-- First passwords that were given without an end have one from now on. The fence would hide them from the migration.
alter table credential no force row level security;
--> statement-breakpoint
update credential set given_until = changed_at + interval '7 days' where given and given_until is null;
--> statement-breakpoint
alter table credential force row level security;
--> statement-breakpoint
ALTER POLICY "update" ON "account" TO public USING ((((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = account.unit_id and s.ancestor_id = any((select administered())::uuid[]))) and stands_over_account(account.id))) WITH CHECK ((((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = account.unit_id and s.ancestor_id = any((select administered())::uuid[]))) and stands_over_account(account.id)));--> statement-breakpoint
ALTER POLICY "insert" ON "credential" TO public WITH CHECK (stands_over_account(credential.account_id));--> statement-breakpoint
ALTER POLICY "update" ON "credential" TO public USING (("credential"."account_id" = (select actor_id()) or stands_over_account(credential.account_id))) WITH CHECK (("credential"."account_id" = (select actor_id()) or stands_over_account(credential.account_id)));--> statement-breakpoint
ALTER POLICY "remove" ON "recovery_code" TO public USING (("recovery_code"."account_id" = (select actor_id()) or stands_over_account(recovery_code.account_id)));--> statement-breakpoint
ALTER POLICY "remove" ON "second_factor" TO public USING (("second_factor"."account_id" = (select actor_id()) or stands_over_account(second_factor.account_id)));