ALTER TABLE "conclusion" ADD COLUMN "signer_authority" text;--> statement-breakpoint
ALTER TABLE "conclusion" ADD COLUMN "drafted_by" text;--> statement-breakpoint
ALTER TABLE "conclusion" ADD COLUMN "overview" jsonb;