ALTER TABLE "quarantined_command" DROP CONSTRAINT "quarantined_command_reason";--> statement-breakpoint
ALTER TABLE "quarantined_command" ADD COLUMN "command_id" uuid;--> statement-breakpoint
-- The fence stands before the owner too, and would let the statement find nothing.
ALTER TABLE "quarantined_command" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "quarantined_command" SET "command_id" = "id";--> statement-breakpoint
ALTER TABLE "quarantined_command" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "quarantined_command" ALTER COLUMN "command_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "quarantined_command" ADD COLUMN "author_sent_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "quarantined_command_version" ON "quarantined_command" USING btree ("command_id","content_hash","reason") WHERE id <> command_id;--> statement-breakpoint
ALTER TABLE "quarantined_command" ADD CONSTRAINT "quarantined_command_reason" CHECK ("quarantined_command"."reason" in ('sync.author-disabled', 'sync.author-removed', 'sync.author-unproven', 'sync.handed-to-leader', 'sync.other-let-in'));--> statement-breakpoint
ALTER POLICY "update" ON "quarantined_command" TO public USING ((quarantined_command.round_id = any((select team_rounds())::uuid[]) or (select is_system()))) WITH CHECK ((quarantined_command.round_id = any((select team_rounds())::uuid[]) or (select is_system())));--> statement-breakpoint
-- What a feed tells of a decision, as far as the fence shows it: by the command's own id, under which a tablet has it.
create or replace function told_decision(p_id uuid) returns json language plpgsql stable as $$
begin
  return (
    select json_build_object(
      'id', q.command_id, 'decision', q.decision, 'by', json_build_object('id', q.decided_by, 'name', d.full_name),
      'at', to_char(q.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'reason', q.decision_reason, 'afterRefusal', q.refusal is not null)
    from quarantined_command q left join account d on d.id = q.decided_by
    where q.id = p_id
  );
end $$;
--> statement-breakpoint
-- The author has sent the command: versions of it that others had handed in are marked, and the same content is settled as
-- his own was.
create function settle_versions(p_command uuid, p_author uuid, p_hash text, p_decision text, p_at timestamptz)
returns setof quarantined_command language plpgsql as $$
begin
  return query
    update quarantined_command q set
      author_sent_at = p_at,
      decision = case when q.content_hash = p_hash then p_decision end,
      decided_by = case when q.content_hash = p_hash and p_decision is not null then p_author end,
      decided_at = case when q.content_hash = p_hash and p_decision is not null then p_at end,
      decision_command_id = case when q.content_hash = p_hash and p_decision is not null then p_command end
    where q.command_id = p_command and q.author_id = p_author and q.id <> q.command_id and q.decision is null
    returning q.*;
end $$;
--> statement-breakpoint
-- As before, and which versions of these commands are kept without their receipts.
create or replace function read_desk(p_author uuid, p_visits uuid[], p_ids uuid[], p_lines json, p_evidence uuid[], p_hashes text[]) returns json language plpgsql set enable_seqscan = off set jit = off as $$
declare
  evidence_read json;
begin
  if cardinality(p_evidence) > 0 then
    evidence_read := json_build_object(
      'held', (select coalesce(json_agg(e.id), '[]') from evidence e where e.id = any(p_evidence)),
      'received', (
        select coalesce(json_agg(one), '[]') from (
          select distinct e.sha256, e.size, e.media_type as "mediaType"
          from evidence e where e.sha256 = any(p_hashes) and e.status = 'received'
        ) one
      )
    );
  end if;
  return json_build_object(
    'stored', (
      select coalesce(json_agg(json_build_object(
        'id', r.id, 'author_id', r.author_id, 'content_hash', r.content_hash, 'receipt', r.receipt)), '[]')
      from command_receipt r where r.id = any(p_ids)
    ),
    'versions', (
      select coalesce(json_agg(json_build_object(
        'command_id', q.command_id, 'content_hash', q.content_hash, 'reason', q.reason, 'action', q.action,
        'recorded_ms', (extract(epoch from q.recorded_at) * 1000)::float8, 'decision', q.decision)), '[]')
      from quarantined_command q
      where q.command_id = any(p_ids) and q.id <> q.command_id and q.author_id = p_author
    ),
    'visits', (
      select coalesce(json_agg(one), '[]') from (
        select v.id, v.round_id, v.unit_id, v.status, v.checked_in_at, v.submitted_at, v.submitted_by, v.closed_at,
          v.closed_by, r.checklist_version_id, r.status as round_status, m.role, m.removed_at is not null as removed,
          (extract(epoch from m.assigned_at) * 1000)::float8 as assigned_ms,
          array(select s.ancestor_id from unit_scope s where s.unit_id = v.unit_id) as covered_by
        from visit v join round r on r.id = v.round_id
        left join round_member m on m.round_id = v.round_id and m.account_id = p_author
        where v.id = any(p_visits)
      ) one
    ),
    'answers', (
      select coalesce(json_agg(one), '[]') from (
        select a.visit_id, a.item_code, a.round_id, a.unit_id, a.conformity, a.count, a.note, a.writers
        from json_to_recordset(p_lines) as w (v uuid, i text)
        join answer a on a.visit_id = w.v and a.item_code = w.i
      ) one
    ),
    'evidence', evidence_read
  );
end $$;
