CREATE TABLE "recovery_code" (
	"hash" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "recovery_code" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "second_factor" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"last_step" bigint NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "second_factor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "awaits" text;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recovery_code_account" ON "recovery_code" USING btree ("account_id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_awaits" CHECK ("session"."awaits" is null or "session"."awaits" in ('password', 'code', 'enrolment'));--> statement-breakpoint
CREATE POLICY "read" ON "recovery_code" AS PERMISSIVE FOR SELECT TO public USING (((select at_sign_in()) or "recovery_code"."account_id" = (select actor_id()) or administers_account(recovery_code.account_id)));--> statement-breakpoint
CREATE POLICY "insert" ON "recovery_code" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("recovery_code"."account_id" = (select actor_id()));--> statement-breakpoint
CREATE POLICY "update" ON "recovery_code" AS PERMISSIVE FOR UPDATE TO public USING (((select at_sign_in()) or "recovery_code"."account_id" = (select actor_id()))) WITH CHECK (((select at_sign_in()) or "recovery_code"."account_id" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "remove" ON "recovery_code" AS PERMISSIVE FOR DELETE TO public USING (("recovery_code"."account_id" = (select actor_id()) or administers_account(recovery_code.account_id)));--> statement-breakpoint
CREATE POLICY "read" ON "second_factor" AS PERMISSIVE FOR SELECT TO public USING (((select at_sign_in()) or "second_factor"."account_id" = (select actor_id()) or administers_account(second_factor.account_id)));--> statement-breakpoint
CREATE POLICY "insert" ON "second_factor" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("second_factor"."account_id" = (select actor_id()));--> statement-breakpoint
CREATE POLICY "update" ON "second_factor" AS PERMISSIVE FOR UPDATE TO public USING (((select at_sign_in()) or "second_factor"."account_id" = (select actor_id()))) WITH CHECK (((select at_sign_in()) or "second_factor"."account_id" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "remove" ON "second_factor" AS PERMISSIVE FOR DELETE TO public USING (("second_factor"."account_id" = (select actor_id()) or administers_account(second_factor.account_id)));--> statement-breakpoint
ALTER POLICY "read" ON "role_grant" TO public USING (((select signed_in()) or (select at_sign_in())));