CREATE TABLE "evidence_folder" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"mark" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_folder_only" CHECK ("evidence_folder"."only")
);
--> statement-breakpoint
ALTER TABLE "evidence_folder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trail_seal" (
	"number" bigint PRIMARY KEY NOT NULL,
	"previous_hash" text NOT NULL,
	"cluster" text NOT NULL,
	"watermark" "xid8" NOT NULL,
	"entries" "int8multirange" NOT NULL,
	"from_seq" bigint NOT NULL,
	"to_seq" bigint NOT NULL,
	"count" integer NOT NULL,
	"content_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "trail_seal_previous_hash_unique" UNIQUE("previous_hash")
);
--> statement-breakpoint
ALTER TABLE "trail_seal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "trail_seal_to_seq" ON "trail_seal" USING btree ("to_seq");--> statement-breakpoint
CREATE INDEX "trail_entry_xid" ON "trail_entry" USING btree ("xid","seq");--> statement-breakpoint
CREATE POLICY "read" ON "evidence_folder" AS PERMISSIVE FOR SELECT TO public USING ((select is_system()));--> statement-breakpoint
CREATE POLICY "insert" ON "evidence_folder" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select is_system()));--> statement-breakpoint
CREATE POLICY "read" ON "trail_seal" AS PERMISSIVE FOR SELECT TO public USING (((select has_role('administrator')) or (select is_system())));--> statement-breakpoint
CREATE POLICY "insert" ON "trail_seal" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select is_system()));--> statement-breakpoint
create trigger insert_only before update or delete or truncate on trail_seal
  for each statement execute function refuse_change();
