-- The import under way, as long as it is not kept and by whom it is made; null: none.
create function import_being_made() returns uuid language sql stable parallel safe
  return (select i.id from list_import i
    where i.id = import_under_way() and i.digest = '' and i.imported_by is not distinct from actor_id());
--> statement-breakpoint
-- What is kept of an import is written while it is made; afterwards it is only said that it was taken back, once, by whom.
create or replace function keep_import() returns trigger language plpgsql as $$
declare
  was jsonb := to_jsonb(old);
  becomes jsonb := to_jsonb(new);
  made text[] := array['counts', 'changes', 'digest'];
  told text[] := array['taken_back_at', 'taken_back_by', 'taken_back_name', 'taken_back_reason'];
begin
  if (case
    when tg_op = 'DELETE' then false
    when tg_table_name = 'list_import_change' then
      pg_trigger_depth() > 1 and (was ->> 'import_id')::uuid = import_under_way() and becomes - 'after' = was - 'after'
    when was ->> 'digest' = '' then (was ->> 'id')::uuid = import_under_way() and becomes - made = was - made
    else was ->> 'taken_back_at' is null and becomes - told = was - told
      and (becomes ->> 'taken_back_by')::uuid is not distinct from actor_id()
  end) then
    return new;
  end if;
  raise exception 'what is kept of an import stays' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
ALTER POLICY "remove" ON "account" TO public USING ((exists (select 1 from list_import_change c
    where c.import_id = (select import_taken_back()) and c.what = 'account' and c.row_id = account.id and c.before is null) and stands_over_account(account.id, account.unit_id)));--> statement-breakpoint
ALTER POLICY "remove" ON "credential" TO public USING (((select at_sign_in()) and "credential"."given" and exists (select 1 from list_import_change c
    where c.import_id = (select import_taken_back()) and c.what = 'account' and c.row_id = credential.account_id and c.before is null)));--> statement-breakpoint
ALTER POLICY "insert" ON "list_import" TO public WITH CHECK (((select has_role('administrator')) and "list_import"."imported_by" is not distinct from (select actor_id()) and "list_import"."digest" = '' and "list_import"."taken_back_at" is null));--> statement-breakpoint
ALTER POLICY "insert" ON "list_import_change" TO public WITH CHECK (pg_trigger_depth() > 0 and list_import_change.import_id = (select import_being_made()));--> statement-breakpoint
ALTER POLICY "update" ON "list_import_change" TO public USING (pg_trigger_depth() > 0 and list_import_change.import_id = (select import_being_made())) WITH CHECK (pg_trigger_depth() > 0 and list_import_change.import_id = (select import_being_made()));--> statement-breakpoint
ALTER POLICY "remove" ON "unit" TO public USING (((select over_whole('administrator')) and exists (select 1 from list_import_change c
    where c.import_id = (select import_taken_back()) and c.what = 'unit' and c.row_id = unit.id and c.before is null)));--> statement-breakpoint
ALTER POLICY "remove" ON "unit_lineage" TO public USING (((select over_whole('administrator')) and (exists (select 1 from list_import_change c
    where c.import_id = (select import_taken_back()) and c.what = 'lineage' and c.row_id = unit_lineage.id and c.before is null) or exists (select 1 from recorded_by_mistake r where r.what = 'lineage' and r.row_id = unit_lineage.id))));
