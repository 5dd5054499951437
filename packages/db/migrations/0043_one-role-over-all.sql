-- The day as it is for whoever asked for the transaction; what is done past the door has the database's.
create function asked_on() returns date language sql stable parallel safe
  return (coalesce(nullif(current_setting('kycuong.at', true), '')::timestamptz, now()) at time zone 'Asia/Ho_Chi_Minh')::date;
--> statement-breakpoint
-- Whether one and the same administrator's role stands over all the places (null: the whole system). Roles in several
-- places lend each other nothing.
create function administers_all(p_places uuid[]) returns boolean language sql stable parallel safe
  return unbounded('administrator') or exists (
    select from unnest(administered()) held
    where cardinality(p_places) > 0 and not exists (
      select from unnest(p_places) place
      where not exists (select from unit_scope s where s.unit_id = place and s.ancestor_id = held)));
--> statement-breakpoint
create or replace function stands_over_account(p_account uuid) returns boolean language plpgsql as $$
begin
  return unbounded('administrator') or administers_all(array(select places_of(p_account, asked_on())));
end $$;
--> statement-breakpoint
-- The same over one place more: where the person is to work.
create function stands_over_account(p_account uuid, p_also uuid) returns boolean language plpgsql as $$
begin
  return unbounded('administrator')
    or administers_all(array_append(array(select places_of(p_account, asked_on())), p_also));
end $$;
--> statement-breakpoint
-- A role is given by one who administers both its place and where the person works.
create function gives_role(p_account uuid, p_unit uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return unbounded('administrator')
    or administers_all(array[p_unit, (select a.unit_id from account a where a.id = p_account)]);
end $$;
--> statement-breakpoint
ALTER POLICY "update" ON "account" TO public USING (stands_over_account(account.id, account.unit_id)) WITH CHECK (stands_over_account(account.id, account.unit_id));--> statement-breakpoint
ALTER POLICY "insert" ON "role_grant" TO public WITH CHECK (gives_role(role_grant.account_id, role_grant.unit_id));
