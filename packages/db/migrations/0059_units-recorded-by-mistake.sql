ALTER TABLE "unit" DROP CONSTRAINT "unit_code_from";--> statement-breakpoint
ALTER TABLE "unit" DROP CONSTRAINT "unit_interval";--> statement-breakpoint
ALTER TABLE "unit" ADD COLUMN "mistaken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_code_from" UNIQUE NULLS NOT DISTINCT("code_scheme","code","valid_from","mistaken_at");--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_interval" CHECK (case when "unit"."mistaken_at" is null then "unit"."valid_until" is null or "unit"."valid_until" >= "unit"."valid_from"
        else coalesce("unit"."valid_until" = "unit"."valid_from" - 1, false) end);--> statement-breakpoint
ALTER POLICY "remove" ON "unit" TO public USING (((select over_whole('administrator')) and (exists (select 1 from list_import_change c
    where c.import_id = (select import_taken_back()) and c.what = 'unit' and c.row_id = unit.id and c.before is null) or exists (select 1 from recorded_by_mistake r where r.what = 'unit' and r.row_id = unit.id))));
--> statement-breakpoint
-- As before, but what was recorded by mistake gives nobody rights over anything but itself, and a unit of which nothing else
-- is recorded leads nowhere by the links of a reform. Whoever stands over it still reaches it and what was put under it.
create or replace function rebuild_unit_scope() returns void language plpgsql as $$
begin
  delete from unit_scope;
  insert into unit_scope (ancestor_id, unit_id)
  with recursive
  link (predecessor_id, successor_id, on_date) as (
    select l.predecessor_id, l.successor_id, l.on_date from unit_lineage l
    where not exists (select from unit s where s.id = l.successor_id and s.mistaken_at is not null
      and not exists (select from unit o where o.identity_id = s.identity_id and o.mistaken_at is null))
  ),
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
    from link l
    join above old on old.unit_id = l.predecessor_id
    join above new on new.unit_id = l.successor_id
    join last_day on last_day.top = old.top and last_day.day < l.on_date
    where old.top <> new.top
    group by old.top
    having count(distinct new.top) = 1
  ),
  edge (upper_id, lower_id) as (
    select parent_id, id from unit where parent_id is not null
    union select successor_id, predecessor_id from link
    union select now.id, before.id from former_top
      join unit now on now.identity_id = successor join unit before on before.identity_id = former
    union select now.id, before.id from unit now
      join unit before on before.identity_id = now.identity_id and before.valid_from < now.valid_from
  ),
  covered (upper_id, lower_id) as (
    select one.id, other.id from unit one join unit other on other.identity_id = one.identity_id
    where one.mistaken_at is null
    union
    select covered.upper_id, edge.lower_id from covered join edge on edge.upper_id = covered.lower_id
  )
  select upper_id, lower_id from covered
  union all select id, id from unit where mistaken_at is not null;
end $$;
--> statement-breakpoint
-- What refers to an interval of a unit, by table, also what the asker does not see; told only to who may mark it.
-- Units below stand under the unit, not under its interval: while another interval is there they rest on that.
create function rests_on_unit(p_unit uuid) returns table (thing text, amount integer) language plpgsql
set jit = off as $$
declare
  goes_on boolean := exists (select from unit a join unit b on b.identity_id = a.identity_id and b.id <> a.id
    where a.id = p_unit and b.mistaken_at is null);
  everywhere text := (select string_agg(u.id::text, ',') from unit u where u.parent_id is null or u.id = p_unit);
  widened text[] := array['door', 'oversight', 'quality_oversight', 'headed', 'administered'];
  before text[];
  key record;
begin
  if not over_whole('administrator') then return; end if;
  before := array(select coalesce(current_setting('kycuong.' || w, true), '') from unnest(widened) with ordinality o (w, n) order by n);
  perform set_config('kycuong.door', 'system', true);
  perform set_config('kycuong.' || w, coalesce(everywhere, ''), true) from unnest(widened[2:]) w;
  for key in
    select c.conrelid::regclass as child, a.attname as field
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'unit'::regclass and cardinality(c.conkey) = 1
      and c.conrelid <> 'unit_scope'::regclass and not (goes_on and c.conrelid = 'unit'::regclass)
  loop
    thing := key.child::text;
    execute format('select count(*)::integer from %s x where x.%I = $1', key.child, key.field) into amount using p_unit;
    if amount > 0 then return next; end if;
  end loop;
  perform set_config('kycuong.' || widened[n], before[n], true) from generate_subscripts(widened, 1) n;
end $$;
