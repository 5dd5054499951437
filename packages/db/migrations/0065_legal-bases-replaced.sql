ALTER TABLE "legal_basis" ADD COLUMN "number" text;--> statement-breakpoint
ALTER TABLE "legal_basis" ADD COLUMN "replaced_by" text[] DEFAULT '{}' NOT NULL;