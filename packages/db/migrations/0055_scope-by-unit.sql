-- Who stands over whom, with provinces told apart as units and not as intervals: one that goes on under another name is one.
-- A province covers a former one all of whose communes went to it; one that is still there is no former one, however many of
-- its communes have left it.
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
    union select successor, former from former_top
    union select a.id, b.id from unit a join unit b on a.identity_id = b.identity_id and a.id <> b.id
  ),
  covered (upper_id, lower_id) as (
    select id, id from unit
    union
    select covered.upper_id, edge.lower_id from covered join edge on edge.upper_id = covered.lower_id
  )
  select upper_id, lower_id from covered;
end $$;
--> statement-breakpoint
select rebuild_unit_scope();
