CREATE TABLE "daily_use" (
	"subject" uuid NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"number" integer NOT NULL,
	"bytes" bigint NOT NULL,
	CONSTRAINT "daily_use_subject_kind_day_pk" PRIMARY KEY("subject","kind","day"),
	CONSTRAINT "daily_use_kind" CHECK ("daily_use"."kind" in ('evidence', 'staged', 'parcel', 'import'))
);
--> statement-breakpoint
ALTER TABLE "daily_use" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "daily_use_day" ON "daily_use" USING btree ("day");--> statement-breakpoint
CREATE POLICY "read" ON "daily_use" AS PERMISSIVE FOR SELECT TO public USING (((select is_system()) or "daily_use"."subject" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "insert" ON "daily_use" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select is_system()));--> statement-breakpoint
CREATE POLICY "update" ON "daily_use" AS PERMISSIVE FOR UPDATE TO public USING ((select is_system())) WITH CHECK ((select is_system()));--> statement-breakpoint
CREATE POLICY "remove" ON "daily_use" AS PERMISSIVE FOR DELETE TO public USING ((select is_system()));