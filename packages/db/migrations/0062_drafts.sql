CREATE TABLE "form_draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"form" text NOT NULL,
	"about" uuid,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "form_draft_place" UNIQUE NULLS NOT DISTINCT("account_id","form","about"),
	CONSTRAINT "form_draft_form" CHECK ("form_draft"."form" in ('round', 'report', 'audit', 'review', 'account'))
);
--> statement-breakpoint
ALTER TABLE "form_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "corrective_action_draft" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "form_draft_saved_at" ON "form_draft" USING btree ("saved_at");--> statement-breakpoint
CREATE POLICY "read" ON "form_draft" AS PERMISSIVE FOR SELECT TO public USING (((select is_system()) or "form_draft"."account_id" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "insert" ON "form_draft" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("form_draft"."account_id" = (select actor_id()));--> statement-breakpoint
CREATE POLICY "update" ON "form_draft" AS PERMISSIVE FOR UPDATE TO public USING ("form_draft"."account_id" = (select actor_id())) WITH CHECK ("form_draft"."account_id" = (select actor_id()));--> statement-breakpoint
CREATE POLICY "remove" ON "form_draft" AS PERMISSIVE FOR DELETE TO public USING (((select is_system()) or "form_draft"."account_id" = (select actor_id())));