-- The import that this transaction takes back; null: none.
create function import_taken_back() returns uuid language sql stable parallel safe
  return nullif(current_setting('kycuong.taken_back', true), '')::uuid;
--> statement-breakpoint
-- The import under way in this transaction; null: none.
create function import_under_way() returns uuid language sql stable parallel safe
  return nullif(current_setting('kycuong.import', true), '')::uuid;
--> statement-breakpoint
CREATE TABLE "import_file" (
	"sha256" text PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "import_file_bytes" CHECK ("import_file"."sha256" = encode(sha256("import_file"."bytes"), 'hex') and "import_file"."size" = length("import_file"."bytes"))
);
--> statement-breakpoint
ALTER TABLE "import_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "list_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list" text NOT NULL,
	"said" jsonb NOT NULL,
	"file_name" text,
	"sha256" text,
	"imported_by" uuid,
	"importer_name" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"counts" jsonb NOT NULL,
	"changes" integer NOT NULL,
	"digest" text NOT NULL,
	"taken_back_at" timestamp with time zone,
	"taken_back_by" uuid,
	"taken_back_name" text,
	"taken_back_reason" text,
	CONSTRAINT "list_import_list" CHECK ("list_import"."list" in ('units', 'lineage', 'users'))
);
--> statement-breakpoint
ALTER TABLE "list_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "list_import_change" (
	"import_id" uuid NOT NULL,
	"what" text NOT NULL,
	"row_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "list_import_change_import_id_what_row_id_pk" PRIMARY KEY("import_id","what","row_id"),
	CONSTRAINT "list_import_change_what" CHECK ("list_import_change"."what" in ('unit', 'lineage', 'account', 'role'))
);
--> statement-breakpoint
ALTER TABLE "list_import_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recorded_by_mistake" (
	"id" uuid PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"row_id" uuid NOT NULL,
	"row" jsonb NOT NULL,
	"account_id" uuid,
	"unit_id" uuid,
	"reason" text NOT NULL,
	"marked_by" uuid,
	"marker_name" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recorded_by_mistake_what" CHECK ("recorded_by_mistake"."what" in ('unit', 'lineage', 'role'))
);
--> statement-breakpoint
ALTER TABLE "recorded_by_mistake" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_sha256_import_file_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."import_file"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_imported_by_account_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import" ADD CONSTRAINT "list_import_taken_back_by_account_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_import_change" ADD CONSTRAINT "list_import_change_import_id_list_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."list_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_by_mistake" ADD CONSTRAINT "recorded_by_mistake_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_by_mistake" ADD CONSTRAINT "recorded_by_mistake_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_by_mistake" ADD CONSTRAINT "recorded_by_mistake_marked_by_account_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_import_at" ON "list_import" USING btree ("imported_at");--> statement-breakpoint
CREATE INDEX "list_import_sha256" ON "list_import" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "list_import_imported_by" ON "list_import" USING btree ("imported_by");--> statement-breakpoint
CREATE INDEX "list_import_taken_back_by" ON "list_import" USING btree ("taken_back_by");--> statement-breakpoint
CREATE INDEX "list_import_change_row" ON "list_import_change" USING btree ("row_id");--> statement-breakpoint
CREATE INDEX "recorded_by_mistake_row" ON "recorded_by_mistake" USING btree ("row_id");--> statement-breakpoint
CREATE INDEX "recorded_by_mistake_account" ON "recorded_by_mistake" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "recorded_by_mistake_unit" ON "recorded_by_mistake" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "recorded_by_mistake_marked_by" ON "recorded_by_mistake" USING btree ("marked_by");--> statement-breakpoint
CREATE POLICY "remove" ON "account" AS PERMISSIVE FOR DELETE TO public USING ((exists (select 1 from list_import_change c
          where c.import_id = (select import_taken_back()) and c.row_id = account.id and c.before is null) and stands_over_account(account.id, account.unit_id)));--> statement-breakpoint
CREATE POLICY "remove" ON "credential" AS PERMISSIVE FOR DELETE TO public USING ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "remove" ON "unit" AS PERMISSIVE FOR DELETE TO public USING ((select over_whole('administrator')));--> statement-breakpoint
CREATE POLICY "remove" ON "unit_lineage" AS PERMISSIVE FOR DELETE TO public USING ((select over_whole('administrator')));--> statement-breakpoint
CREATE POLICY "read" ON "import_file" AS PERMISSIVE FOR SELECT TO public USING (exists (select 1 from list_import i where i.sha256 = import_file.sha256));--> statement-breakpoint
CREATE POLICY "insert" ON "import_file" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "read" ON "list_import" AS PERMISSIVE FOR SELECT TO public USING (((select over_whole('administrator')) or "list_import"."imported_by" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "insert" ON "list_import" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select has_role('administrator')) and "list_import"."imported_by" is not distinct from (select actor_id())));--> statement-breakpoint
CREATE POLICY "update" ON "list_import" AS PERMISSIVE FOR UPDATE TO public USING (((select has_role('administrator')) and ((select over_whole('administrator')) or "list_import"."imported_by" = (select actor_id())))) WITH CHECK (((select has_role('administrator')) and ((select over_whole('administrator')) or "list_import"."imported_by" = (select actor_id()))));--> statement-breakpoint
CREATE POLICY "read" ON "list_import_change" AS PERMISSIVE FOR SELECT TO public USING (exists (select 1 from list_import i where i.id = list_import_change.import_id));--> statement-breakpoint
CREATE POLICY "insert" ON "list_import_change" AS PERMISSIVE FOR INSERT TO public WITH CHECK (list_import_change.import_id = (select import_under_way()));--> statement-breakpoint
CREATE POLICY "update" ON "list_import_change" AS PERMISSIVE FOR UPDATE TO public USING (list_import_change.import_id = (select import_under_way())) WITH CHECK (list_import_change.import_id = (select import_under_way()));--> statement-breakpoint
CREATE POLICY "read" ON "recorded_by_mistake" AS PERMISSIVE FOR SELECT TO public USING ((("recorded_by_mistake"."account_id" is null and (select signed_in())) or (select over_whole('administrator')) or ((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = recorded_by_mistake.unit_id and s.ancestor_id = any((select administered())::uuid[])))));--> statement-breakpoint
CREATE POLICY "insert" ON "recorded_by_mistake" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select over_whole('administrator')) or ("recorded_by_mistake"."account_id" is not null and ((select unbounded('administrator')) or exists (select 1 from unit_scope s where s.unit_id = recorded_by_mistake.unit_id and s.ancestor_id = any((select administered())::uuid[]))))));
--> statement-breakpoint
-- Notes what a statement of an import made, changed or took away: the first state of each row and the last.
create function note_import_change() returns trigger language plpgsql as $$
declare
  import uuid := import_under_way();
  thing text := tg_argv[0];
begin
  if tg_op = 'INSERT' then
    insert into list_import_change (import_id, what, row_id, before, after)
    select import, thing, n.id, null, to_jsonb(n) from new_rows n
    on conflict (import_id, what, row_id) do update set after = excluded.after;
  elsif tg_op = 'UPDATE' then
    insert into list_import_change (import_id, what, row_id, before, after)
    select import, thing, n.id, to_jsonb(o), to_jsonb(n) from old_rows o join new_rows n on n.id = o.id
    where to_jsonb(o) <> to_jsonb(n)
    on conflict (import_id, what, row_id) do update set after = excluded.after;
  else
    insert into list_import_change (import_id, what, row_id, before, after)
    select import, thing, o.id, to_jsonb(o), null from old_rows o
    on conflict (import_id, what, row_id) do update set after = null;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger import_made after insert on unit referencing new table as new_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('unit');
--> statement-breakpoint
create trigger import_changed after update on unit referencing old table as old_rows new table as new_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('unit');
--> statement-breakpoint
create trigger import_took after delete on unit referencing old table as old_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('unit');
--> statement-breakpoint
create trigger import_made after insert on unit_lineage referencing new table as new_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('lineage');
--> statement-breakpoint
create trigger import_changed after update on unit_lineage referencing old table as old_rows new table as new_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('lineage');
--> statement-breakpoint
create trigger import_took after delete on unit_lineage referencing old table as old_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('lineage');
--> statement-breakpoint
create trigger import_made after insert on account referencing new table as new_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('account');
--> statement-breakpoint
create trigger import_changed after update on account referencing old table as old_rows new table as new_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('account');
--> statement-breakpoint
create trigger import_took after delete on account referencing old table as old_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('account');
--> statement-breakpoint
create trigger import_made after insert on role_grant referencing new table as new_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('role');
--> statement-breakpoint
create trigger import_changed after update on role_grant referencing old table as old_rows new table as new_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('role');
--> statement-breakpoint
create trigger import_took after delete on role_grant referencing old table as old_rows for each statement
  when (import_under_way() is not null) execute function note_import_change('role');
--> statement-breakpoint
-- What is kept of an import is written while it is made; afterwards it is only said that it was taken back, once.
create function keep_import() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'what is kept of an import stays' using errcode = 'insufficient_privilege';
  end if;
  if import_under_way() is not distinct from coalesce(to_jsonb(old) ->> 'import_id', to_jsonb(old) ->> 'id')::uuid then
    return new;
  end if;
  if tg_table_name <> 'list_import' or to_jsonb(old) ->> 'taken_back_at' is not null
    or to_jsonb(new) - array['taken_back_at', 'taken_back_by', 'taken_back_name', 'taken_back_reason']
      <> to_jsonb(old) - array['taken_back_at', 'taken_back_by', 'taken_back_name', 'taken_back_reason'] then
    raise exception 'what is kept of an import stays' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger stays before update or delete on list_import for each row execute function keep_import();
--> statement-breakpoint
create trigger stays before update or delete on list_import_change for each row execute function keep_import();
--> statement-breakpoint
create trigger insert_only before update or delete or truncate on import_file
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger insert_only before update or delete or truncate on recorded_by_mistake
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger not_emptied before truncate on list_import for each statement execute function refuse_change();
--> statement-breakpoint
create trigger not_emptied before truncate on list_import_change for each statement execute function refuse_change();
