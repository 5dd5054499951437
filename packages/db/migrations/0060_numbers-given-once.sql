ALTER TABLE "conclusion" ADD COLUMN "number_twice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "decision_twice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "short_notice_reason" text;--> statement-breakpoint
-- Numbers given twice before stay as they stand on the papers: all but the first are left out of what holds them apart.
ALTER TABLE "conclusion" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "conclusion" SET "number_twice" = true WHERE "id" IN (
  SELECT "id" FROM (
    SELECT "id", row_number() OVER (
      PARTITION BY "lead_unit_id", extract(year from "issued_on"), upper(regexp_replace("number", '^0+|[[:space:]]', '', 'g'))
      ORDER BY "issued_at", "id") AS "place"
    FROM "conclusion" WHERE "number" IS NOT NULL) "numbered" WHERE "place" > 1);--> statement-breakpoint
ALTER TABLE "conclusion" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "round" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "round" SET "decision_twice" = true WHERE "id" IN (
  SELECT "id" FROM (
    SELECT "id", row_number() OVER (
      PARTITION BY "lead_unit_id", extract(year from "decision_date"), upper(regexp_replace("decision_no", '^0+|[[:space:]]', '', 'g'))
      ORDER BY "issued_at", "id") AS "place"
    FROM "round" WHERE "status" <> 'draft') "numbered" WHERE "place" > 1);--> statement-breakpoint
ALTER TABLE "round" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "conclusion_number" ON "conclusion" USING btree ("lead_unit_id",extract(year from "issued_on"),upper(regexp_replace("number", '^0+|[[:space:]]', '', 'g'))) WHERE "conclusion"."number" is not null and not "conclusion"."number_twice";--> statement-breakpoint
CREATE UNIQUE INDEX "round_decision" ON "round" USING btree ("lead_unit_id",extract(year from "decision_date"),upper(regexp_replace("decision_no", '^0+|[[:space:]]', '', 'g'))) WHERE "round"."status" <> 'draft' and not "round"."decision_twice";