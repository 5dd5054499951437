CREATE TABLE "process_deadline" (
	"step" text NOT NULL,
	"field" text NOT NULL,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"event" text NOT NULL,
	"source" text NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "process_deadline_step_field_pk" PRIMARY KEY("step","field"),
	CONSTRAINT "process_deadline_step" CHECK ("process_deadline"."step" in ('report', 'conclusion', 'answer', 'judgement')),
	CONSTRAINT "process_deadline_unit" CHECK ("process_deadline"."unit" in ('working-day', 'day', 'month')),
	CONSTRAINT "process_deadline_event" CHECK ("process_deadline"."event" in ('issue', 'minutes'))
);
--> statement-breakpoint
ALTER TABLE "process_deadline" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "corrective_action" ALTER COLUMN "due_in_working_days" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "corrective_action" ADD COLUMN "due_unit" text DEFAULT 'working-day' NOT NULL;--> statement-breakpoint
ALTER TABLE "corrective_action" ADD COLUMN "due_event" text DEFAULT 'issue' NOT NULL;--> statement-breakpoint
ALTER TABLE "corrective_action" ADD COLUMN "counted_from" date;--> statement-breakpoint
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_due_unit" CHECK ("corrective_action"."due_unit" in ('working-day', 'day', 'month', 'date'));--> statement-breakpoint
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_due_event" CHECK ("corrective_action"."due_event" in ('issue', 'minutes'));--> statement-breakpoint
CREATE POLICY "read" ON "process_deadline" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "process_deadline" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select over_whole('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "update" ON "process_deadline" AS PERMISSIVE FOR UPDATE TO public USING ((select over_whole('administrator', 'programme-office'))) WITH CHECK ((select over_whole('administrator', 'programme-office')));