ALTER TABLE "legal_basis" ADD COLUMN "title_en" text NOT NULL;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "period_from" date;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "period_to" date;--> statement-breakpoint
ALTER TABLE "round" ADD COLUMN "noticed_on" date;--> statement-breakpoint
ALTER POLICY "read" ON "round_member" TO public USING (("round_member"."account_id" = (select actor_id()) or round_member.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = round_member.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[])) or exists (select 1 from visit v where v.round_id = round_member.round_id)));