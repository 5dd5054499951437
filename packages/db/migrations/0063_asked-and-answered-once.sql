ALTER TABLE "corrective_action" ADD COLUMN "asked_twice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "corrective_action_answer" ADD COLUMN "sent_twice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What two wrote at once before this was looked at stays as it stands: one of them is left to be held apart by, of requests
-- the first, of answers the one that was accepted, else the last, which is the one that is judged.
ALTER TABLE "corrective_action" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "corrective_action" SET "asked_twice" = true WHERE "id" IN (
  SELECT "id" FROM (
    SELECT "id", row_number() OVER (
      PARTITION BY "conclusion_id", "finding_id" ORDER BY "recorded_at", "id") AS "place"
    FROM "corrective_action") "asked" WHERE "place" > 1);--> statement-breakpoint
ALTER TABLE "corrective_action" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "corrective_action_answer" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "corrective_action_answer" SET "sent_twice" = true WHERE "id" IN (
  SELECT "id" FROM (
    SELECT "id", row_number() OVER (
      PARTITION BY "action_id" ORDER BY "outcome" NULLS LAST, "submitted_at" DESC, "id" DESC) AS "place"
    FROM "corrective_action_answer" WHERE "outcome" IS DISTINCT FROM 'returned') "standing" WHERE "place" > 1);--> statement-breakpoint
ALTER TABLE "corrective_action_answer" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "corrective_action_asked" ON "corrective_action" USING btree ("conclusion_id","finding_id") WHERE not "corrective_action"."asked_twice";--> statement-breakpoint
CREATE UNIQUE INDEX "corrective_action_answer_standing" ON "corrective_action_answer" USING btree ("action_id") WHERE "corrective_action_answer"."outcome" is distinct from 'returned' and not "corrective_action_answer"."sent_twice";