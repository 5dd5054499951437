CREATE TABLE "known_browser" (
	"browser" text NOT NULL,
	"account_id" uuid NOT NULL,
	"last_sign_in_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_browser_browser_account_id_pk" PRIMARY KEY("browser","account_id")
);
--> statement-breakpoint
ALTER TABLE "known_browser" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "known_browser" ADD CONSTRAINT "known_browser_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_browser_account" ON "known_browser" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "known_browser_last_sign_in" ON "known_browser" USING btree ("last_sign_in_at");--> statement-breakpoint
CREATE INDEX "sign_in_throttle_last_failure" ON "sign_in_throttle" USING btree ("last_failure_at");--> statement-breakpoint
CREATE POLICY "read" ON "known_browser" AS PERMISSIVE FOR SELECT TO public USING ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "known_browser" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "update" ON "known_browser" AS PERMISSIVE FOR UPDATE TO public USING ((select at_sign_in())) WITH CHECK ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "remove" ON "known_browser" AS PERMISSIVE FOR DELETE TO public USING ((select at_sign_in()));