CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"full_name" text NOT NULL,
	"email" text,
	"unit_id" uuid,
	"invented" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credential" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credential" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date,
	CONSTRAINT "role_grant_role" CHECK ("role_grant"."role" in ('administrator', 'leadership', 'programme-office', 'quality-office', 'inspector', 'agency-head'))
);
--> statement-breakpoint
ALTER TABLE "role_grant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"blocked_until" timestamp with time zone,
	"last_failure_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_throttle" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "internal_audit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"audited_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "internal_audit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "management_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "management_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendar_year" (
	"year" integer PRIMARY KEY NOT NULL,
	"confirmed" boolean NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_year" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "holiday" (
	"date" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"source" text NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "holiday_kind" CHECK ("holiday"."kind" in ('off', 'worked'))
);
--> statement-breakpoint
ALTER TABLE "holiday" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "checklist_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checklist_version_number" UNIQUE("code","number"),
	CONSTRAINT "checklist_version_status" CHECK ("checklist_version"."status" in ('draft', 'published'))
);
--> statement-breakpoint
ALTER TABLE "checklist_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "legal_basis" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"article" text,
	"effective_from" date NOT NULL,
	"effective_until" date,
	"source" text NOT NULL,
	"mark" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "legal_basis" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conclusion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"lead_unit_id" uuid NOT NULL,
	"status" text NOT NULL,
	"content" jsonb NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"number" text,
	"issued_on" date,
	"signer" text,
	"signer_title" text,
	"issued_by" uuid,
	"issued_at" timestamp with time zone,
	CONSTRAINT "conclusion_round" UNIQUE("round_id"),
	CONSTRAINT "conclusion_status" CHECK ("conclusion"."status" in ('submitted', 'issued'))
);
--> statement-breakpoint
ALTER TABLE "conclusion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "corrective_action" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"round_id" uuid NOT NULL,
	"conclusion_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"item_code" text,
	"title" text NOT NULL,
	"requirement" text NOT NULL,
	"severity" text NOT NULL,
	"issued_on" date NOT NULL,
	"due_on" date NOT NULL,
	"due_in_working_days" integer NOT NULL,
	"status" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	CONSTRAINT "corrective_action_code" UNIQUE("code"),
	CONSTRAINT "corrective_action_status" CHECK ("corrective_action"."status" in ('awaiting-answer', 'answered', 'accepted')),
	CONSTRAINT "corrective_action_severity" CHECK ("corrective_action"."severity" in ('reminder', 'rectification', 'review', 'discipline'))
);
--> statement-breakpoint
ALTER TABLE "corrective_action" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "corrective_action_answer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"outcome_reason" text,
	"outcome_by" uuid,
	"outcome_at" timestamp with time zone,
	CONSTRAINT "corrective_action_answer_outcome" CHECK ("corrective_action_answer"."outcome" in ('accepted', 'returned'))
);
--> statement-breakpoint
ALTER TABLE "corrective_action_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "corrective_action_draft" (
	"action_id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "corrective_action_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "dossier_sample" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"code" text NOT NULL,
	"facts" jsonb NOT NULL,
	"sampled_by" uuid NOT NULL,
	"sampled_at" timestamp with time zone NOT NULL,
	"command_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dossier_sample" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"target_kind" text NOT NULL,
	"target_id" text NOT NULL,
	"visit_id" uuid,
	"round_id" uuid,
	"unit_id" uuid NOT NULL,
	"attached_by" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"place" jsonb,
	"recorded_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	CONSTRAINT "evidence_status" CHECK ("evidence"."status" in ('awaited', 'received')),
	CONSTRAINT "evidence_target_kind" CHECK ("evidence"."target_kind" in ('item', 'finding', 'dossier', 'corrective-action'))
);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "finding" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"item_code" text,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"severity" text NOT NULL,
	"legal_basis_ids" text[] NOT NULL,
	"revision" integer NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "finding_severity" CHECK ("finding"."severity" in ('reminder', 'rectification', 'review', 'discipline'))
);
--> statement-breakpoint
ALTER TABLE "finding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "finding_revision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"finding_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"severity" text NOT NULL,
	"legal_basis_ids" text[] NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "finding_revision_number" UNIQUE("finding_id","revision"),
	CONSTRAINT "finding_revision_severity" CHECK ("finding_revision"."severity" in ('reminder', 'rectification', 'review', 'discipline'))
);
--> statement-breakpoint
ALTER TABLE "finding_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identity_id" uuid NOT NULL,
	"code_scheme" text DEFAULT 'gso' NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" uuid,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_code_from" UNIQUE("code_scheme","code","valid_from"),
	CONSTRAINT "unit_interval" CHECK ("unit"."valid_until" is null or "unit"."valid_until" >= "unit"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "unit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_lineage" (
	"id" uuid PRIMARY KEY NOT NULL,
	"predecessor_id" uuid NOT NULL,
	"successor_id" uuid NOT NULL,
	"on_date" date NOT NULL,
	"decision" text NOT NULL,
	"continues" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_lineage_link" UNIQUE("predecessor_id","successor_id","on_date")
);
--> statement-breakpoint
ALTER TABLE "unit_lineage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_scope" (
	"ancestor_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "unit_scope_unit_id_ancestor_id_pk" PRIMARY KEY("unit_id","ancestor_id")
);
--> statement-breakpoint
ALTER TABLE "unit_scope" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "number_series" (
	"key" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "number_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"form" text NOT NULL,
	"field" text NOT NULL,
	"decision_no" text NOT NULL,
	"decision_date" date NOT NULL,
	"decided_by" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"lead_unit_id" uuid NOT NULL,
	"checklist_version_id" uuid NOT NULL,
	"status" text NOT NULL,
	"created_by" uuid NOT NULL,
	"issued_at" timestamp with time zone,
	"concluded_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_code" UNIQUE("code"),
	CONSTRAINT "round_form" CHECK ("round"."form" in ('planned', 'thematic', 'unannounced', 'follow-up', 'self-check')),
	CONSTRAINT "round_field" CHECK ("round"."field" in ('public-duty', 'administrative-reform', 'procedure-control', 'quality-system', 'records', 'combined')),
	CONSTRAINT "round_status" CHECK ("round"."status" in ('draft', 'issued', 'concluded'))
);
--> statement-breakpoint
ALTER TABLE "round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_member" (
	"round_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"lead_unit_id" uuid NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "round_member_round_id_account_id_pk" PRIMARY KEY("round_id","account_id"),
	CONSTRAINT "round_member_role" CHECK ("round_member"."role" in ('leader', 'secretary', 'member'))
);
--> statement-breakpoint
ALTER TABLE "round_member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "quality_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_date" date NOT NULL,
	"facts" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quality_event_kind" CHECK ("quality_event"."kind" in ('build', 'apply', 'declare', 'redeclare', 'scope-changed', 'close'))
);
--> statement-breakpoint
ALTER TABLE "quality_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "quality_system" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"edition_id" text NOT NULL,
	"scope" text NOT NULL,
	"started_on" date NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quality_system_unit" UNIQUE("unit_id")
);
--> statement-breakpoint
ALTER TABLE "quality_system" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "standard_edition" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"effective_from" date,
	"superseded_on" date,
	"source" text NOT NULL,
	"mark" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "standard_edition" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "change_feed" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "change_feed_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"account_id" uuid,
	"round_id" uuid NOT NULL,
	"visit_id" uuid,
	"kind" text NOT NULL,
	"command_id" uuid,
	CONSTRAINT "change_feed_kind" CHECK ("change_feed"."kind" in ('granted', 'revoked', 'command', 'visit'))
);
--> statement-breakpoint
ALTER TABLE "change_feed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "command_receipt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"author_id" uuid,
	"action" text NOT NULL,
	"content_hash" text NOT NULL,
	"status" text NOT NULL,
	"receipt" text NOT NULL,
	"refused" jsonb,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "command_receipt_status" CHECK ("command_receipt"."status" in ('applied', 'conflict', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "command_receipt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feed_generation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "feed_generation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "field_command" (
	"id" uuid PRIMARY KEY NOT NULL,
	"visit_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"action" text NOT NULL,
	"schema_version" integer NOT NULL,
	"clock" text NOT NULL,
	"base" uuid,
	"payload" jsonb NOT NULL,
	"status" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"server_offset_ms" bigint,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "field_command_seq" UNIQUE("device_id","visit_id","seq"),
	CONSTRAINT "field_command_status" CHECK ("field_command"."status" in ('applied', 'conflict', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "field_command" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trail_entry" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "trail_entry_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"unit_id" uuid,
	"command_id" uuid NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "trail_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "answer" (
	"visit_id" uuid NOT NULL,
	"item_code" text NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"conformity" text,
	"count" integer,
	"note" text,
	"writers" jsonb NOT NULL,
	CONSTRAINT "answer_visit_id_item_code_pk" PRIMARY KEY("visit_id","item_code"),
	CONSTRAINT "answer_conformity" CHECK ("answer"."conformity" in ('conform', 'partial', 'nonconform', 'not-applicable'))
);
--> statement-breakpoint
ALTER TABLE "answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "visit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"planned_on" date NOT NULL,
	"status" text NOT NULL,
	"kept_secret" boolean NOT NULL,
	"issued_at" timestamp with time zone,
	"checked_in_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	CONSTRAINT "visit_status" CHECK ("visit"."status" in ('planned', 'open', 'submitted', 'closed'))
);
--> statement-breakpoint
ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_audit" ADD CONSTRAINT "internal_audit_system_id_quality_system_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."quality_system"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_audit" ADD CONSTRAINT "internal_audit_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "internal_audit" ADD CONSTRAINT "internal_audit_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "management_review" ADD CONSTRAINT "management_review_system_id_quality_system_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."quality_system"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "management_review" ADD CONSTRAINT "management_review_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "management_review" ADD CONSTRAINT "management_review_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion" ADD CONSTRAINT "conclusion_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion" ADD CONSTRAINT "conclusion_lead_unit_id_unit_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion" ADD CONSTRAINT "conclusion_submitted_by_account_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion" ADD CONSTRAINT "conclusion_issued_by_account_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_conclusion_id_conclusion_id_fk" FOREIGN KEY ("conclusion_id") REFERENCES "public"."conclusion"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action" ADD CONSTRAINT "corrective_action_accepted_by_account_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action_answer" ADD CONSTRAINT "corrective_action_answer_action_id_corrective_action_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."corrective_action"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action_answer" ADD CONSTRAINT "corrective_action_answer_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action_answer" ADD CONSTRAINT "corrective_action_answer_submitted_by_account_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action_answer" ADD CONSTRAINT "corrective_action_answer_outcome_by_account_id_fk" FOREIGN KEY ("outcome_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action_draft" ADD CONSTRAINT "corrective_action_draft_action_id_corrective_action_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."corrective_action"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action_draft" ADD CONSTRAINT "corrective_action_draft_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrective_action_draft" ADD CONSTRAINT "corrective_action_draft_saved_by_account_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_sample" ADD CONSTRAINT "dossier_sample_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_sample" ADD CONSTRAINT "dossier_sample_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_sample" ADD CONSTRAINT "dossier_sample_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_sample" ADD CONSTRAINT "dossier_sample_sampled_by_account_id_fk" FOREIGN KEY ("sampled_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_attached_by_account_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_raised_by_account_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_revision" ADD CONSTRAINT "finding_revision_finding_id_finding_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."finding"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_revision" ADD CONSTRAINT "finding_revision_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_revision" ADD CONSTRAINT "finding_revision_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_revision" ADD CONSTRAINT "finding_revision_written_by_account_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_unit_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_predecessor_id_unit_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_lineage" ADD CONSTRAINT "unit_lineage_successor_id_unit_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_scope" ADD CONSTRAINT "unit_scope_ancestor_id_unit_id_fk" FOREIGN KEY ("ancestor_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_scope" ADD CONSTRAINT "unit_scope_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_lead_unit_id_unit_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_checklist_version_id_checklist_version_id_fk" FOREIGN KEY ("checklist_version_id") REFERENCES "public"."checklist_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_member" ADD CONSTRAINT "round_member_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_member" ADD CONSTRAINT "round_member_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_member" ADD CONSTRAINT "round_member_lead_unit_id_unit_id_fk" FOREIGN KEY ("lead_unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_event" ADD CONSTRAINT "quality_event_system_id_quality_system_id_fk" FOREIGN KEY ("system_id") REFERENCES "public"."quality_system"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_event" ADD CONSTRAINT "quality_event_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_event" ADD CONSTRAINT "quality_event_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_system" ADD CONSTRAINT "quality_system_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_system" ADD CONSTRAINT "quality_system_edition_id_standard_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."standard_edition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_system" ADD CONSTRAINT "quality_system_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_feed" ADD CONSTRAINT "change_feed_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_feed" ADD CONSTRAINT "change_feed_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_feed" ADD CONSTRAINT "change_feed_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_feed" ADD CONSTRAINT "change_feed_command_id_field_command_id_fk" FOREIGN KEY ("command_id") REFERENCES "public"."field_command"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "command_receipt" ADD CONSTRAINT "command_receipt_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_command" ADD CONSTRAINT "field_command_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_command" ADD CONSTRAINT "field_command_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_command" ADD CONSTRAINT "field_command_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_command" ADD CONSTRAINT "field_command_author_id_account_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail_entry" ADD CONSTRAINT "trail_entry_actor_id_account_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trail_entry" ADD CONSTRAINT "trail_entry_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_visit_id_visit_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_submitted_by_account_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_closed_by_account_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_username" ON "account" USING btree (lower("username"));--> statement-breakpoint
CREATE INDEX "account_unit" ON "account" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "role_grant_account" ON "role_grant" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "role_grant_unit" ON "role_grant" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "internal_audit_system" ON "internal_audit" USING btree ("system_id","audited_on");--> statement-breakpoint
CREATE INDEX "internal_audit_unit" ON "internal_audit" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "internal_audit_recorded_by" ON "internal_audit" USING btree ("recorded_by");--> statement-breakpoint
CREATE INDEX "management_review_system" ON "management_review" USING btree ("system_id","held_on");--> statement-breakpoint
CREATE INDEX "management_review_unit" ON "management_review" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "management_review_recorded_by" ON "management_review" USING btree ("recorded_by");--> statement-breakpoint
CREATE INDEX "checklist_version_status" ON "checklist_version" USING btree ("status");--> statement-breakpoint
CREATE INDEX "conclusion_lead_unit" ON "conclusion" USING btree ("lead_unit_id");--> statement-breakpoint
CREATE INDEX "conclusion_submitted_by" ON "conclusion" USING btree ("submitted_by");--> statement-breakpoint
CREATE INDEX "conclusion_issued_by" ON "conclusion" USING btree ("issued_by");--> statement-breakpoint
CREATE INDEX "corrective_action_round" ON "corrective_action" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "corrective_action_conclusion" ON "corrective_action" USING btree ("conclusion_id");--> statement-breakpoint
CREATE INDEX "corrective_action_finding" ON "corrective_action" USING btree ("finding_id");--> statement-breakpoint
CREATE INDEX "corrective_action_unit" ON "corrective_action" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "corrective_action_accepted_by" ON "corrective_action" USING btree ("accepted_by");--> statement-breakpoint
CREATE INDEX "corrective_action_answer_action" ON "corrective_action_answer" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "corrective_action_answer_unit" ON "corrective_action_answer" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "corrective_action_answer_submitted_by" ON "corrective_action_answer" USING btree ("submitted_by");--> statement-breakpoint
CREATE INDEX "corrective_action_answer_outcome_by" ON "corrective_action_answer" USING btree ("outcome_by");--> statement-breakpoint
CREATE INDEX "corrective_action_draft_unit" ON "corrective_action_draft" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "corrective_action_draft_saved_by" ON "corrective_action_draft" USING btree ("saved_by");--> statement-breakpoint
CREATE INDEX "dossier_sample_visit" ON "dossier_sample" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "dossier_sample_round" ON "dossier_sample" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "dossier_sample_unit" ON "dossier_sample" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "dossier_sample_sampled_by" ON "dossier_sample" USING btree ("sampled_by");--> statement-breakpoint
CREATE INDEX "evidence_sha256" ON "evidence" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "evidence_visit" ON "evidence" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "evidence_round" ON "evidence" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "evidence_unit" ON "evidence" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "evidence_attached_by" ON "evidence" USING btree ("attached_by");--> statement-breakpoint
CREATE INDEX "evidence_target" ON "evidence" USING btree ("target_kind","target_id");--> statement-breakpoint
CREATE INDEX "finding_visit" ON "finding" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "finding_round" ON "finding" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "finding_unit" ON "finding" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "finding_raised_by" ON "finding" USING btree ("raised_by");--> statement-breakpoint
CREATE INDEX "finding_item" ON "finding" USING btree ("item_code","unit_id");--> statement-breakpoint
CREATE INDEX "finding_revision_round" ON "finding_revision" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "finding_revision_unit" ON "finding_revision" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "finding_revision_written_by" ON "finding_revision" USING btree ("written_by");--> statement-breakpoint
CREATE INDEX "unit_parent" ON "unit" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "unit_identity" ON "unit" USING btree ("identity_id");--> statement-breakpoint
CREATE INDEX "unit_lineage_successor" ON "unit_lineage" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "unit_scope_ancestor" ON "unit_scope" USING btree ("ancestor_id");--> statement-breakpoint
CREATE INDEX "round_lead_unit" ON "round" USING btree ("lead_unit_id");--> statement-breakpoint
CREATE INDEX "round_checklist_version" ON "round" USING btree ("checklist_version_id");--> statement-breakpoint
CREATE INDEX "round_created_by" ON "round" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "round_member_account" ON "round_member" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "round_member_lead_unit" ON "round_member" USING btree ("lead_unit_id");--> statement-breakpoint
CREATE INDEX "quality_event_system" ON "quality_event" USING btree ("system_id","on_date");--> statement-breakpoint
CREATE INDEX "quality_event_unit" ON "quality_event" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "quality_event_recorded_by" ON "quality_event" USING btree ("recorded_by");--> statement-breakpoint
CREATE INDEX "quality_system_edition" ON "quality_system" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "quality_system_recorded_by" ON "quality_system" USING btree ("recorded_by");--> statement-breakpoint
CREATE INDEX "change_feed_cursor" ON "change_feed" USING btree ("xid","seq");--> statement-breakpoint
CREATE INDEX "change_feed_account" ON "change_feed" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "change_feed_round" ON "change_feed" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "change_feed_visit" ON "change_feed" USING btree ("visit_id");--> statement-breakpoint
CREATE INDEX "change_feed_command" ON "change_feed" USING btree ("command_id");--> statement-breakpoint
CREATE INDEX "command_receipt_author" ON "command_receipt" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "field_command_visit" ON "field_command" USING btree ("visit_id","received_at");--> statement-breakpoint
CREATE INDEX "field_command_round" ON "field_command" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "field_command_unit" ON "field_command" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "field_command_author" ON "field_command" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "trail_entry_actor" ON "trail_entry" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "trail_entry_subject" ON "trail_entry" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "trail_entry_unit" ON "trail_entry" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "trail_entry_command" ON "trail_entry" USING btree ("command_id");--> statement-breakpoint
CREATE INDEX "answer_round" ON "answer" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "answer_unit" ON "answer" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "visit_round" ON "visit" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "visit_unit" ON "visit" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "visit_submitted_by" ON "visit" USING btree ("submitted_by");--> statement-breakpoint
CREATE INDEX "visit_closed_by" ON "visit" USING btree ("closed_by");--> statement-breakpoint
CREATE POLICY "read" ON "account" AS PERMISSIVE FOR SELECT TO public USING (((select signed_in()) or (select at_sign_in())));--> statement-breakpoint
CREATE POLICY "insert" ON "account" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "update" ON "account" AS PERMISSIVE FOR UPDATE TO public USING ((select has_role('administrator'))) WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "read" ON "credential" AS PERMISSIVE FOR SELECT TO public USING (((select at_sign_in()) or "credential"."account_id" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "insert" ON "credential" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "update" ON "credential" AS PERMISSIVE FOR UPDATE TO public USING (("credential"."account_id" = (select actor_id()) or (select has_role('administrator')))) WITH CHECK (("credential"."account_id" = (select actor_id()) or (select has_role('administrator'))));--> statement-breakpoint
CREATE POLICY "read" ON "role_grant" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "role_grant" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "update" ON "role_grant" AS PERMISSIVE FOR UPDATE TO public USING ((select has_role('administrator'))) WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "read" ON "session" AS PERMISSIVE FOR SELECT TO public USING ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "session" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "update" ON "session" AS PERMISSIVE FOR UPDATE TO public USING ((select at_sign_in())) WITH CHECK ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "remove" ON "session" AS PERMISSIVE FOR DELETE TO public USING (((select at_sign_in()) or "session"."account_id" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "read" ON "sign_in_throttle" AS PERMISSIVE FOR SELECT TO public USING ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "sign_in_throttle" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "update" ON "sign_in_throttle" AS PERMISSIVE FOR UPDATE TO public USING ((select at_sign_in())) WITH CHECK ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "remove" ON "sign_in_throttle" AS PERMISSIVE FOR DELETE TO public USING ((select at_sign_in()));--> statement-breakpoint
CREATE POLICY "read" ON "internal_audit" AS PERMISSIVE FOR SELECT TO public USING ((exists (select 1 from unit_scope s where s.unit_id = internal_audit.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = internal_audit.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "internal_audit" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((((select has_role('quality-office')) and exists (select 1 from unit_scope s where s.unit_id = internal_audit.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = internal_audit.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "read" ON "management_review" AS PERMISSIVE FOR SELECT TO public USING ((exists (select 1 from unit_scope s where s.unit_id = management_review.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = management_review.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "management_review" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((((select has_role('quality-office')) and exists (select 1 from unit_scope s where s.unit_id = management_review.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = management_review.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "read" ON "calendar_year" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "calendar_year" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "update" ON "calendar_year" AS PERMISSIVE FOR UPDATE TO public USING ((select has_role('administrator', 'programme-office'))) WITH CHECK ((select has_role('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "read" ON "holiday" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "holiday" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "update" ON "holiday" AS PERMISSIVE FOR UPDATE TO public USING ((select has_role('administrator', 'programme-office'))) WITH CHECK ((select has_role('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "remove" ON "holiday" AS PERMISSIVE FOR DELETE TO public USING ((select has_role('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "read" ON "checklist_version" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "checklist_version" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "update" ON "checklist_version" AS PERMISSIVE FOR UPDATE TO public USING ((select has_role('administrator', 'programme-office'))) WITH CHECK ((select has_role('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "read" ON "legal_basis" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "legal_basis" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "update" ON "legal_basis" AS PERMISSIVE FOR UPDATE TO public USING ((select has_role('administrator', 'programme-office'))) WITH CHECK ((select has_role('administrator', 'programme-office')));--> statement-breakpoint
CREATE POLICY "read" ON "conclusion" AS PERMISSIVE FOR SELECT TO public USING ((conclusion.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = conclusion.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[])) or (conclusion.issued_at is not null and exists (select 1 from corrective_action a where a.conclusion_id = conclusion.id))));--> statement-breakpoint
CREATE POLICY "insert" ON "conclusion" AS PERMISSIVE FOR INSERT TO public WITH CHECK (conclusion.round_id = any((select team_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "update" ON "conclusion" AS PERMISSIVE FOR UPDATE TO public USING ((conclusion.round_id = any((select team_rounds())::uuid[]) or ((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = conclusion.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[]))))) WITH CHECK ((conclusion.round_id = any((select team_rounds())::uuid[]) or ((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = conclusion.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[])))));--> statement-breakpoint
CREATE POLICY "read" ON "corrective_action" AS PERMISSIVE FOR SELECT TO public USING ((exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select headed())::uuid[])) or corrective_action.round_id = any((select team_rounds())::uuid[])));--> statement-breakpoint
CREATE POLICY "insert" ON "corrective_action" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "update" ON "corrective_action" AS PERMISSIVE FOR UPDATE TO public USING ((((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select oversight())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select headed())::uuid[])))) WITH CHECK ((((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select oversight())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = corrective_action.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "read" ON "corrective_action_answer" AS PERMISSIVE FOR SELECT TO public USING ((exists (select 1 from unit_scope s where s.unit_id = corrective_action_answer.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = corrective_action_answer.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "corrective_action_answer" AS PERMISSIVE FOR INSERT TO public WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = corrective_action_answer.unit_id and s.ancestor_id = any((select headed())::uuid[])));--> statement-breakpoint
CREATE POLICY "update" ON "corrective_action_answer" AS PERMISSIVE FOR UPDATE TO public USING (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = corrective_action_answer.unit_id and s.ancestor_id = any((select oversight())::uuid[])))) WITH CHECK (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = corrective_action_answer.unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "read" ON "corrective_action_draft" AS PERMISSIVE FOR SELECT TO public USING (exists (select 1 from unit_scope s where s.unit_id = corrective_action_draft.unit_id and s.ancestor_id = any((select headed())::uuid[])));--> statement-breakpoint
CREATE POLICY "insert" ON "corrective_action_draft" AS PERMISSIVE FOR INSERT TO public WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = corrective_action_draft.unit_id and s.ancestor_id = any((select headed())::uuid[])));--> statement-breakpoint
CREATE POLICY "update" ON "corrective_action_draft" AS PERMISSIVE FOR UPDATE TO public USING (exists (select 1 from unit_scope s where s.unit_id = corrective_action_draft.unit_id and s.ancestor_id = any((select headed())::uuid[]))) WITH CHECK (exists (select 1 from unit_scope s where s.unit_id = corrective_action_draft.unit_id and s.ancestor_id = any((select headed())::uuid[])));--> statement-breakpoint
CREATE POLICY "remove" ON "corrective_action_draft" AS PERMISSIVE FOR DELETE TO public USING (exists (select 1 from unit_scope s where s.unit_id = corrective_action_draft.unit_id and s.ancestor_id = any((select headed())::uuid[])));--> statement-breakpoint
CREATE POLICY "read" ON "dossier_sample" AS PERMISSIVE FOR SELECT TO public USING ((dossier_sample.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = dossier_sample.unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "dossier_sample" AS PERMISSIVE FOR INSERT TO public WITH CHECK (dossier_sample.round_id = any((select team_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "update" ON "dossier_sample" AS PERMISSIVE FOR UPDATE TO public USING (dossier_sample.round_id = any((select team_rounds())::uuid[])) WITH CHECK (dossier_sample.round_id = any((select team_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "read" ON "evidence" AS PERMISSIVE FOR SELECT TO public USING (((select is_system()) or "evidence"."attached_by" = (select actor_id()) or evidence.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or (exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select headed())::uuid[])) and (evidence.released_at is not null or evidence.target_kind = 'corrective-action'))));--> statement-breakpoint
CREATE POLICY "insert" ON "evidence" AS PERMISSIVE FOR INSERT TO public WITH CHECK (("evidence"."attached_by" = (select actor_id()) and (evidence.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select headed())::uuid[])))));--> statement-breakpoint
CREATE POLICY "update" ON "evidence" AS PERMISSIVE FOR UPDATE TO public USING (((select is_system()) or ((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select oversight())::uuid[]))))) WITH CHECK (((select is_system()) or ((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = evidence.unit_id and s.ancestor_id = any((select oversight())::uuid[])))));--> statement-breakpoint
CREATE POLICY "read" ON "finding" AS PERMISSIVE FOR SELECT TO public USING ((finding.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = finding.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or (exists (select 1 from unit_scope s where s.unit_id = finding.unit_id and s.ancestor_id = any((select headed())::uuid[])) and finding.released_at is not null)));--> statement-breakpoint
CREATE POLICY "insert" ON "finding" AS PERMISSIVE FOR INSERT TO public WITH CHECK (finding.round_id = any((select team_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "update" ON "finding" AS PERMISSIVE FOR UPDATE TO public USING ((finding.round_id = any((select team_rounds())::uuid[]) or ((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = finding.unit_id and s.ancestor_id = any((select oversight())::uuid[]))))) WITH CHECK ((finding.round_id = any((select team_rounds())::uuid[]) or ((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = finding.unit_id and s.ancestor_id = any((select oversight())::uuid[])))));--> statement-breakpoint
CREATE POLICY "read" ON "finding_revision" AS PERMISSIVE FOR SELECT TO public USING ((finding_revision.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = finding_revision.unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "finding_revision" AS PERMISSIVE FOR INSERT TO public WITH CHECK (finding_revision.round_id = any((select team_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "read" ON "unit" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "unit" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "update" ON "unit" AS PERMISSIVE FOR UPDATE TO public USING ((select has_role('administrator'))) WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "read" ON "unit_lineage" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "unit_lineage" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "read" ON "unit_scope" AS PERMISSIVE FOR SELECT TO public USING (((select signed_in())));--> statement-breakpoint
CREATE POLICY "insert" ON "unit_scope" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "remove" ON "unit_scope" AS PERMISSIVE FOR DELETE TO public USING ((select has_role('administrator')));--> statement-breakpoint
CREATE POLICY "read" ON "number_series" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "insert" ON "number_series" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select signed_in()));--> statement-breakpoint
CREATE POLICY "update" ON "number_series" AS PERMISSIVE FOR UPDATE TO public USING ((select signed_in())) WITH CHECK ((select signed_in()));--> statement-breakpoint
CREATE POLICY "read" ON "round" AS PERMISSIVE FOR SELECT TO public USING ((exists (select 1 from unit_scope s where s.unit_id = round.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[])) or round.id = any((select team_rounds())::uuid[]) or exists (select 1 from visit v where v.round_id = round.id)));--> statement-breakpoint
CREATE POLICY "insert" ON "round" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = round.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "update" ON "round" AS PERMISSIVE FOR UPDATE TO public USING (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = round.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[])))) WITH CHECK (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = round.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "read" ON "round_member" AS PERMISSIVE FOR SELECT TO public USING (("round_member"."account_id" = (select actor_id()) or round_member.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = round_member.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "round_member" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = round_member.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "update" ON "round_member" AS PERMISSIVE FOR UPDATE TO public USING (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = round_member.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[])))) WITH CHECK (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = round_member.lead_unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "read" ON "quality_event" AS PERMISSIVE FOR SELECT TO public USING ((exists (select 1 from unit_scope s where s.unit_id = quality_event.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = quality_event.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "quality_event" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((((select has_role('quality-office')) and exists (select 1 from unit_scope s where s.unit_id = quality_event.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = quality_event.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "read" ON "quality_system" AS PERMISSIVE FOR SELECT TO public USING ((exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[])) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "quality_system" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((((select has_role('quality-office')) and exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "update" ON "quality_system" AS PERMISSIVE FOR UPDATE TO public USING ((((select has_role('quality-office')) and exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select headed())::uuid[])))) WITH CHECK ((((select has_role('quality-office')) and exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select quality_oversight())::uuid[]))) or exists (select 1 from unit_scope s where s.unit_id = quality_system.unit_id and s.ancestor_id = any((select headed())::uuid[]))));--> statement-breakpoint
CREATE POLICY "read" ON "standard_edition" AS PERMISSIVE FOR SELECT TO public USING ((select has_role('administrator', 'leadership', 'programme-office', 'quality-office', 'inspector', 'agency-head')));--> statement-breakpoint
CREATE POLICY "insert" ON "standard_edition" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select has_role('administrator', 'quality-office')));--> statement-breakpoint
CREATE POLICY "update" ON "standard_edition" AS PERMISSIVE FOR UPDATE TO public USING ((select has_role('administrator', 'quality-office'))) WITH CHECK ((select has_role('administrator', 'quality-office')));--> statement-breakpoint
CREATE POLICY "read" ON "change_feed" AS PERMISSIVE FOR SELECT TO public USING (("change_feed"."account_id" = (select actor_id()) or ("change_feed"."account_id" is null and change_feed.round_id = any((select team_rounds())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "change_feed" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((select signed_in()));--> statement-breakpoint
CREATE POLICY "read" ON "command_receipt" AS PERMISSIVE FOR SELECT TO public USING (("command_receipt"."author_id" = (select actor_id()) or (select is_system())));--> statement-breakpoint
CREATE POLICY "insert" ON "command_receipt" AS PERMISSIVE FOR INSERT TO public WITH CHECK (("command_receipt"."author_id" = (select actor_id()) or (select is_system())));--> statement-breakpoint
CREATE POLICY "read" ON "feed_generation" AS PERMISSIVE FOR SELECT TO public USING ((select signed_in()));--> statement-breakpoint
CREATE POLICY "read" ON "field_command" AS PERMISSIVE FOR SELECT TO public USING ((field_command.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = field_command.unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "field_command" AS PERMISSIVE FOR INSERT TO public WITH CHECK ((field_command.round_id = any((select team_rounds())::uuid[]) and "field_command"."author_id" = (select actor_id())));--> statement-breakpoint
CREATE POLICY "read" ON "trail_entry" AS PERMISSIVE FOR SELECT TO public USING (((select has_role('administrator')) or (select is_system())));--> statement-breakpoint
CREATE POLICY "insert" ON "trail_entry" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select signed_in()) or (select is_system())));--> statement-breakpoint
CREATE POLICY "read" ON "answer" AS PERMISSIVE FOR SELECT TO public USING ((answer.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = answer.unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "insert" ON "answer" AS PERMISSIVE FOR INSERT TO public WITH CHECK (answer.round_id = any((select team_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "update" ON "answer" AS PERMISSIVE FOR UPDATE TO public USING (answer.round_id = any((select team_rounds())::uuid[])) WITH CHECK (answer.round_id = any((select team_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "read" ON "visit" AS PERMISSIVE FOR SELECT TO public USING ((visit.round_id = any((select team_rounds())::uuid[]) or exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select oversight())::uuid[])) or (exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select headed())::uuid[])) and visit.issued_at is not null and (not visit.kept_secret or visit.checked_in_at is not null))));--> statement-breakpoint
CREATE POLICY "insert" ON "visit" AS PERMISSIVE FOR INSERT TO public WITH CHECK (((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select oversight())::uuid[]))));--> statement-breakpoint
CREATE POLICY "update" ON "visit" AS PERMISSIVE FOR UPDATE TO public USING ((visit.round_id = any((select team_rounds())::uuid[]) or ((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select oversight())::uuid[]))))) WITH CHECK ((visit.round_id = any((select team_rounds())::uuid[]) or ((select has_role('programme-office')) and exists (select 1 from unit_scope s where s.unit_id = visit.unit_id and s.ancestor_id = any((select oversight())::uuid[])))));