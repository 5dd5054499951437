CREATE TABLE "recovery_key" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"in_use_from" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recovery_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "read" ON "recovery_key" AS PERMISSIVE FOR SELECT TO public USING (((select signed_in()) or (select is_system()) or (select at_sign_in())));--> statement-breakpoint
CREATE POLICY "insert" ON "recovery_key" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select is_system()));