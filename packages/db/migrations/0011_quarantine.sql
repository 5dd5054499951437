CREATE TABLE "quarantined_command" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"sender_id" uuid,
	"reason" text NOT NULL,
	"note" text,
	"refusal" text,
	"incoming" text NOT NULL,
	"action" text NOT NULL,
	"content_hash" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	"decision_command_id" uuid,
	CONSTRAINT "quarantined_command_reason" CHECK ("quarantined_command"."reason" in ('sync.author-disabled', 'sync.author-removed', 'sync.author-unproven', 'sync.handed-to-leader')),
	CONSTRAINT "quarantined_command_decision" CHECK ("quarantined_command"."decision" in ('applied', 'declined'))
);
--> statement-breakpoint
ALTER TABLE "quarantined_command" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "command_receipt" DROP CONSTRAINT "command_receipt_status";--> statement-breakpoint
ALTER TABLE "field_command" DROP CONSTRAINT "field_command_status";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "sender_id" uuid;--> statement-breakpoint
ALTER TABLE "command_receipt" ADD COLUMN "sender_id" uuid;--> statement-breakpoint
ALTER TABLE "command_receipt" ADD COLUMN "base" uuid;--> statement-breakpoint
ALTER TABLE "field_command" ADD COLUMN "sender_id" uuid;--> statement-breakpoint
ALTER TABLE "field_command" ADD COLUMN "device_clock" text;--> statement-breakpoint
ALTER TABLE "trail_entry" ADD COLUMN "sender_id" uuid;--> statement-breakpoint
ALTER TABLE "quarantined_command" ADD CONSTRAINT "quarantined_command_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_command" ADD CONSTRAINT "quarantined_command_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_command" ADD CONSTRAINT "quarantined_command_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_command" ADD CONSTRAINT "quarantined_command_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_command" ADD CONSTRAINT "quarantined_command_sender_id_account_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantined_command" ADD CONSTRAINT "quarantined_command_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quarantined_command_visit" ON "quarantined_command" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "quarantined_command_round" ON "quarantined_command" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "quarantined_command_unit" ON "quarantined_command" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "quarantined_command_author" ON "quarantined_command" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "quarantined_command_sender" ON "quarantined_command" USING btree ("sender_id") WHERE sender_id is not null;--> statement-breakpoint
CREATE INDEX "quarantined_command_decided_by" ON "quarantined_command" USING btree ("decided_by");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_sender_id_account_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "command_receipt" ADD CONSTRAINT "command_receipt_sender_id_account_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_command" ADD CONSTRAINT "field_command_sender_id_account_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail_entry" ADD CONSTRAINT "trail_entry_sender_id_account_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_sender" ON "evidence" USING btree ("sender_id") WHERE sender_id is not null;--> statement-breakpoint
CREATE INDEX "command_receipt_sender" ON "command_receipt" USING btree ("sender_id") WHERE sender_id is not null;--> statement-breakpoint
CREATE INDEX "field_command_sender" ON "field_command" USING btree ("sender_id") WHERE sender_id is not null;--> statement-breakpoint
CREATE INDEX "trail_entry_sender" ON "trail_entry" USING btree ("sender_id") WHERE sender_id is not null;--> statement-breakpoint
ALTER TABLE "command_receipt" ADD CONSTRAINT "command_receipt_status" CHECK ("command_receipt"."status" in ('applied', 'conflict', 'refused', 'quarantined'));--> statement-breakpoint
ALTER TABLE "field_command" ADD CONSTRAINT "field_command_status" CHECK ("field_command"."status" in ('applied', 'conflict', 'refused', 'quarantined'));--> statement-breakpoint
CREATE POLICY "read" ON "quarantined_command" AS PERMISSIVE FOR SELECT TO public USING ((quarantined_command.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = quarantined_command.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or "quarantined_command"."author_id" = (select actor_id()) or (select is_system())));--> statement-breakpoint
CREATE POLICY "insert" ON "quarantined_command" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select is_system()));--> statement-breakpoint
CREATE POLICY "update" ON "quarantined_command" AS PERMISSIVE FOR UPDATE TO public USING (quarantined_command.round_id = any((select team_rounds())::uuid[])) WITH CHECK (quarantined_command.round_id = any((select team_rounds())::uuid[]));--> statement-breakpoint
ALTER POLICY "read" ON "evidence" TO public USING (((select is_system()) or "evidence"."attached_by" = (select actor_id()) or "evidence"."sender_id" = (select actor_id()) or evidence.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or (exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select headed())::uuid[])) and (evidence.released_at is not null or evidence.target_kind = 'corrective-action'))));--> statement-breakpoint
ALTER POLICY "insert" ON "evidence" TO public WITH CHECK ((("evidence"."attached_by" = (select actor_id()) or "evidence"."sender_id" = (select actor_id())) and (evidence.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select headed())::uuid[])))));--> statement-breakpoint
ALTER POLICY "insert" ON "field_command" TO public WITH CHECK ((field_command.round_id = any((select team_rounds())::uuid[]) and ("field_command"."author_id" = (select actor_id()) or "field_command"."sender_id" = (select actor_id()))));--> statement-breakpoint
ALTER POLICY "read" ON "visit" TO public USING (((select is_system()) or visit.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or (exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select headed())::uuid[])) and visit.issued_at is not null and (not visit.kept_secret or visit.checked_in_at is not null))));--> statement-breakpoint
-- As `enter()`, and locks the visits whose work is judged. Commands of one visit are applied one after another; taken
-- before anything is written, so that transaction ids rise in the order of application, by which the feed is read.
-- In the order of the keys, so that two senders of several visits cannot wait for each other.
create function enter_visits(p_actor uuid, p_on date, p_at timestamptz, p_visits uuid[]) returns jsonb language plpgsql as $$
declare
  entered jsonb := enter(p_actor, p_on, p_at);
  lock_key bigint;
begin
  if entered is null then
    return null;
  end if;
  for lock_key in select distinct hashtextextended(v::text, 1) from unnest(p_visits) v order by 1 loop
    perform pg_advisory_xact_lock(lock_key);
  end loop;
  return entered;
end $$;
