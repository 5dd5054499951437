-- What a transaction is allowed to see. `enter()` sets it, row-level security reads it.
create function actor_id() returns uuid language sql stable parallel safe
  return nullif(current_setting('kycuong.actor', true), '')::uuid;
--> statement-breakpoint
create function signed_in() returns boolean language sql stable parallel safe
  return coalesce(current_setting('kycuong.door', true), '') in ('person', 'system');
--> statement-breakpoint
create function is_system() returns boolean language sql stable parallel safe
  return coalesce(current_setting('kycuong.door', true), '') = 'system';
--> statement-breakpoint
create function at_sign_in() returns boolean language sql stable parallel safe
  return coalesce(current_setting('kycuong.door', true), '') = 'sign-in';
--> statement-breakpoint
create function has_role(variadic wanted text[]) returns boolean language sql stable parallel safe
  return string_to_array(coalesce(current_setting('kycuong.roles', true), ''), ',') && wanted;
--> statement-breakpoint
create function unit_setting(name text) returns uuid[] language sql stable parallel safe
  return string_to_array(nullif(current_setting(name, true), ''), ',')::uuid[];
--> statement-breakpoint
create function oversight() returns uuid[] language sql stable parallel safe
  return unit_setting('kycuong.oversight');
--> statement-breakpoint
create function quality_oversight() returns uuid[] language sql stable parallel safe
  return unit_setting('kycuong.quality_oversight');
--> statement-breakpoint
create function headed() returns uuid[] language sql stable parallel safe
  return unit_setting('kycuong.headed');
--> statement-breakpoint
create function team_rounds() returns uuid[] language sql stable parallel safe
  return unit_setting('kycuong.team_rounds');
