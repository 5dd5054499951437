CREATE TABLE "device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"platform" text NOT NULL,
	"sign_key" text NOT NULL,
	"agree_key" text NOT NULL,
	"unit_id" uuid,
	"registered_by" uuid NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"last_contact_at" timestamp with time zone,
	"last_contact_device_at" timestamp with time zone,
	"clock_offset_ms" bigint,
	"app_version" text,
	"storage_kept" boolean,
	"free_bytes" bigint,
	"unsent_records" integer,
	"unsent_photos" integer
);
--> statement-breakpoint
ALTER TABLE "device" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "device_account" (
	"device_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "device_account_device_id_account_id_pk" PRIMARY KEY("device_id","account_id")
);
--> statement-breakpoint
ALTER TABLE "device_account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "device_wipe" (
	"id" uuid PRIMARY KEY NOT NULL,
	"device_id" uuid NOT NULL,
	"ordered_by" uuid NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"cancelled_by" uuid,
	"cancelled_at" timestamp with time zone,
	"fetched_at" timestamp with time zone,
	"wiped_at" timestamp with time zone,
	"report" jsonb
);
--> statement-breakpoint
ALTER TABLE "device_wipe" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_registered_by_account_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_account" ADD CONSTRAINT "device_account_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_account" ADD CONSTRAINT "device_account_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_wipe" ADD CONSTRAINT "device_wipe_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_wipe" ADD CONSTRAINT "device_wipe_ordered_by_account_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_wipe" ADD CONSTRAINT "device_wipe_cancelled_by_account_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "device_unit" ON "device" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "device_registered_by" ON "device" USING btree ("registered_by");--> statement-breakpoint
CREATE INDEX "device_account_account" ON "device_account" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "device_wipe_device" ON "device_wipe" USING btree ("device_id");--> statement-breakpoint
CREATE INDEX "device_wipe_ordered_by" ON "device_wipe" USING btree ("ordered_by");--> statement-breakpoint
CREATE INDEX "device_wipe_cancelled_by" ON "device_wipe" USING btree ("cancelled_by");--> statement-breakpoint
CREATE UNIQUE INDEX "device_wipe_open" ON "device_wipe" USING btree ("device_id") WHERE "device_wipe"."cancelled_at" is null and "device_wipe"."wiped_at" is null;--> statement-breakpoint
CREATE POLICY "read" ON "device" AS PERMISSIVE FOR SELECT TO public USING (((select signed_in()) or (select is_system()) or (select at_sign_in())));--> statement-breakpoint
CREATE POLICY "insert" ON "device" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select signed_in()) and "device"."registered_by" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "update" ON "device" AS PERMISSIVE FOR UPDATE TO public USING (((select is_system()) or exists (select 1 from device_account u where u.device_id = "device"."id" and u.account_id = (select actor_id())))) WITH CHECK (((select is_system()) or exists (select 1 from device_account u where u.device_id = "device"."id" and u.account_id = (select actor_id()))));--> statement-breakpoint
CREATE POLICY "read" ON "device_account" AS PERMISSIVE FOR SELECT TO public USING (("device_account"."account_id" = (select actor_id()) or (select has_role('administrator', 'leadership', 'programme-office')) or (select is_system()) or exists (select 1 from round_member m where m.account_id = device_account.account_id and m.round_id = any((select team_rounds())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "device_account" AS PERMISSIVE FOR INSERT TO public WITH CHECK ("device_account"."account_id" = (select actor_id()));--> statement-breakpoint
CREATE POLICY "update" ON "device_account" AS PERMISSIVE FOR UPDATE TO public USING ("device_account"."account_id" = (select actor_id())) WITH CHECK ("device_account"."account_id" = (select actor_id()));--> statement-breakpoint
CREATE POLICY "read" ON "device_wipe" AS PERMISSIVE FOR SELECT TO public USING (((select has_role('administrator')) or (select is_system()) or (select at_sign_in())));--> statement-breakpoint
CREATE POLICY "insert" ON "device_wipe" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select has_role('administrator')) and "device_wipe"."ordered_by" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "update" ON "device_wipe" AS PERMISSIVE FOR UPDATE TO public USING (((select has_role('administrator')) or (select is_system()) or (select at_sign_in()))) WITH CHECK (((select has_role('administrator')) or (select is_system()) or (select at_sign_in())));--> statement-breakpoint
-- A device's keys are what it is known by: other keys are another device. Servers hold them in memory on that ground.
create function refuse_key_change() returns trigger language plpgsql as $$
begin
  raise exception 'the keys of a device never change' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger keys_stay before update of id, sign_key, agree_key on device
  for each row when (old.id <> new.id or old.sign_key <> new.sign_key or old.agree_key <> new.agree_key)
  execute function refuse_key_change();
