-- Who stands over whom: over all intervals of itself, and what is below each of them. From there on only backwards: what a unit is
-- now stands over what it was, while whoever stood over it before it moved does not follow it to where it moved.
create or replace function rebuild_unit_scope() returns void language plpgsql as $$
begin
  delete from unit_scope;
  insert into unit_scope (ancestor_id, unit_id)
  with recursive
  above (unit_id, top) as (
    select id, identity_id from unit where parent_id is null
    union all
    select u.id, above.top from unit u join above on u.parent_id = above.unit_id
  ),
  last_day (top, day) as (
    select identity_id, max(coalesce(valid_until, 'infinity')) from unit where parent_id is null group by identity_id
  ),
  former_top as (
    select old.top as former, min(new.top::text)::uuid as successor
    from unit_lineage l
    join above old on old.unit_id = l.predecessor_id
    join above new on new.unit_id = l.successor_id
    join last_day on last_day.top = old.top and last_day.day < l.on_date
    where old.top <> new.top
    group by old.top
    having count(distinct new.top) = 1
  ),
  edge (upper_id, lower_id) as (
    select parent_id, id from unit where parent_id is not null
    union select successor_id, predecessor_id from unit_lineage
    union select now.id, before.id from former_top
      join unit now on now.identity_id = successor join unit before on before.identity_id = former
    union select now.id, before.id from unit now
      join unit before on before.identity_id = now.identity_id and before.valid_from < now.valid_from
  ),
  covered (upper_id, lower_id) as (
    select one.id, other.id from unit one join unit other on other.identity_id = one.identity_id
    union
    select covered.upper_id, edge.lower_id from covered join edge on edge.upper_id = covered.lower_id
  )
  select upper_id, lower_id from covered;
end $$;
--> statement-breakpoint
alter table unit no force row level security;
--> statement-breakpoint
alter table unit_lineage no force row level security;
--> statement-breakpoint
alter table unit_scope no force row level security;
--> statement-breakpoint
select rebuild_unit_scope();
--> statement-breakpoint
alter table unit_scope force row level security;
--> statement-breakpoint
alter table unit_lineage force row level security;
--> statement-breakpoint
alter table unit force row level security;
