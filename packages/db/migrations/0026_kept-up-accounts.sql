ALTER TABLE "account" ADD COLUMN "disabled_reason" text;--> statement-breakpoint
CREATE POLICY "remove" ON "role_grant" AS PERMISSIVE FOR DELETE TO public USING ((select has_role('administrator')));