-- What refers to the rows that an import made, by table, what lies on days that a unit has through it alone, and what was done
-- by the roles that it gave, as far as that stands in the database; it says how many, also of what the fence hides from the
-- asker, and nothing else of it. `p_free`: acts that take no role. Asked by who sees the import.
create or replace function rests_on_import(p_import uuid, p_free text[]) returns table (thing text, amount integer) language plpgsql
set jit = off as $$
declare
  made_units uuid[] := array(select c.row_id from list_import_change c
    where c.import_id = p_import and c.what = 'unit' and c.before is null and c.after is not null);
  made_accounts uuid[] := array(select c.row_id from list_import_change c
    where c.import_id = p_import and c.what = 'account' and c.before is null and c.after is not null);
  made uuid[] := array(select c.row_id from list_import_change c where c.import_id = p_import and c.before is null);
  given uuid[] := array(select distinct (c.after ->> 'account_id')::uuid from list_import_change c
    where c.import_id = p_import and c.what = 'role' and c.after is not null);
  since timestamptz := (select i.imported_at from list_import i where i.id = p_import);
  everywhere text := (select string_agg(u.id::text, ',') from unit u where u.parent_id is null);
  widened text[] := array['door', 'oversight', 'quality_oversight', 'headed', 'administered'];
  lengthened boolean := exists (select from list_import_change c
    where c.import_id = p_import and c.what = 'unit' and c.before is not null
      and (c.after ->> 'valid_from' < c.before ->> 'valid_from'
        or coalesce(c.after ->> 'valid_until', 'infinity') > coalesce(c.before ->> 'valid_until', 'infinity')));
  before text[];
  key record;
begin
  if since is null then return; end if;
  before := array(select coalesce(current_setting('kycuong.' || w, true), '') from unnest(widened) with ordinality o (w, n) order by n);
  perform set_config('kycuong.door', 'system', true);
  perform set_config('kycuong.' || w, coalesce(everywhere, ''), true) from unnest(widened[2:]) w;
  for key in
    select c.conrelid::regclass as child, a.attname as field, c.confrelid = 'unit'::regclass as of_unit,
      exists (select from pg_attribute i where i.attrelid = c.conrelid and i.attname = 'id' and i.atttypid = 'uuid'::regtype) as named,
      (select string_agg(format('x.%I', d.attname), ', ') filter (where d.atttypid = 'date'::regtype) from pg_attribute d
        where d.attrelid = c.conrelid and d.attnotnull and not d.attisdropped) as days,
      (select string_agg(format('x.%I', d.attname), ', ') filter (where d.atttypid = 'timestamptz'::regtype) from pg_attribute d
        where d.attrelid = c.conrelid and d.attnotnull and not d.attisdropped) as instants
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid in ('unit'::regclass, 'account'::regclass) and cardinality(c.conkey) = 1
      and c.conrelid not in ('unit_scope'::regclass, 'credential'::regclass)
  loop
    thing := key.child::text;
    execute format('select count(*)::integer from %s x where x.%I = any($1)%s', key.child, key.field,
      case when key.named then ' and not x.id = any($2)' else '' end)
      into amount using case when key.of_unit then made_units else made_accounts end, made;
    if amount > 0 then return next; end if;
    -- Of a row that says several days, the first counts. What was recorded before the import does not rest on it, nor does what
    -- only tells of the unit, which stays.
    if lengthened and key.of_unit and coalesce(key.days, key.instants) is not null
      and key.child not in ('trail_entry'::regclass, 'recorded_by_mistake'::regclass) then
      execute format($query$
        select count(*)::integer from list_import_change c join %s x on x.%I = c.row_id,
          lateral (select %s as day) d,
          jsonb_to_record(c.before) as was (valid_from date, valid_until date),
          jsonb_to_record(c.after) as is_now (valid_from date, valid_until date)
        where c.import_id = $1 and c.what = 'unit'
          and d.day between is_now.valid_from and coalesce(is_now.valid_until, 'infinity')
          and not d.day between was.valid_from and coalesce(was.valid_until, 'infinity')%s%s $query$,
        key.child, key.field,
        coalesce('least(' || key.days || ')', '(least(' || key.instants || ') at time zone ''Asia/Ho_Chi_Minh'')::date'),
        case when key.instants is not null then format(' and greatest(%s) > $3', key.instants) else '' end,
        case when key.named then ' and not x.id = any($2)' else '' end)
        into amount using p_import, made, since;
      if amount > 0 then return next; end if;
    end if;
  end loop;
  thing := 'acts';
  select count(*) into amount from trail_entry t
  where t.actor_id = any(given) and t.at > since and not t.action = any(p_free);
  if amount > 0 then return next; end if;
  thing := 'round_member';
  select count(*) into amount from round_member m where m.account_id = any(given) and m.assigned_at > since;
  if amount > 0 then return next; end if;
  perform set_config('kycuong.' || widened[n], before[n], true) from generate_subscripts(widened, 1) n;
end $$;
