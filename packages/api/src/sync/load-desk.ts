import type { FieldWriter } from '@kycuong/db/schema/visit.ts';
import type { TeamRole } from '@kycuong/domain/access/role.ts';
import type { RoundState } from '@kycuong/domain/planning/round-state.ts';
import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { answerFields } from '@kycuong/domain/visit/set-answer.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import { type AnswerWriters, answerKey, type Desk, emptyDesk } from './desk.ts';
import type { Called, FieldItem } from './field-item.ts';
import type { Ask } from './field-transaction.ts';
import { loadChecklists } from './load-checklists.ts';

type CalledItem = FieldItem & { readonly called: Called };

export function isCalled(item: FieldItem): item is CalledItem {
  return !(item.called instanceof Error);
}

const unique = (ids: readonly string[]) => [...new Set(ids)];

interface VisitRow {
  id: string;
  round_id: string;
  unit_id: string;
  status: VisitState;
  checked_in_at: string | null;
  submitted_at: string | null;
  submitted_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
  checklist_version_id: string;
  round_status: RoundState;
  role: TeamRole | null;
  removed: boolean;
  assigned_ms: number | null;
  covered_by: string[];
}

async function loadVisits(ask: Ask, desk: Desk, visitIds: readonly string[], author: string): Promise<void> {
  const rows = await ask<VisitRow>(
    `select v.id, v.round_id, v.unit_id, v.status, v.checked_in_at, v.submitted_at, v.submitted_by, v.closed_at,
      v.closed_by, r.checklist_version_id, r.status as round_status, m.role, m.removed_at is not null as removed,
      (extract(epoch from m.assigned_at) * 1000)::float8 as assigned_ms,
      array(select s.ancestor_id from unit_scope s where s.unit_id = v.unit_id) as covered_by
    from visit v join round r on r.id = v.round_id
    left join round_member m on m.round_id = v.round_id and m.account_id = $2
    where v.id = any($1::uuid[])`,
    [visitIds, author],
  );
  for (const row of rows)
    desk.visits.set(row.id, {
      id: row.id,
      roundId: row.round_id,
      unitId: row.unit_id,
      checklistVersionId: row.checklist_version_id,
      roundStatus: row.round_status,
      coveredBy: row.covered_by,
      role: row.role,
      assignedMs: row.assigned_ms,
      removed: row.removed,
      status: row.status,
      checkedInAt: row.checked_in_at,
      submittedAt: row.submitted_at,
      submittedBy: row.submitted_by,
      closedAt: row.closed_at,
      closedBy: row.closed_by,
    });
}

interface AnswerRow {
  visit_id: string;
  item_code: string;
  round_id: string;
  unit_id: string;
  conformity: string | null;
  count: number | null;
  note: string | null;
  writers: AnswerWriters;
}

async function loadAnswers(ask: Ask, desk: Desk, items: readonly CalledItem[]): Promise<void> {
  const wanted = new Map<string, { v: string; i: string }>();
  for (const { called } of items)
    for (const item of called.needs.answers ?? [])
      wanted.set(answerKey(called.visitId, item), { v: called.visitId, i: item });
  if (wanted.size === 0) return;
  const rows = await ask<AnswerRow>(
    `select a.visit_id, a.item_code, a.round_id, a.unit_id, a.conformity, a.count, a.note, a.writers
    from json_to_recordset($1::json) as w (v uuid, i text)
    join answer a on a.visit_id = w.v and a.item_code = w.i`,
    [JSON.stringify([...wanted.values()])],
  );
  for (const row of rows) desk.answers.set(answerKey(row.visit_id, row.item_code), { ...row });
}

async function loadFindings(ask: Ask, desk: Desk, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await ask<{ id: string; visit_id: string; revision: number }>(
    'select id, visit_id, revision from finding where id = any($1::uuid[])',
    [ids],
  );
  for (const { id, visit_id: visitId, revision } of rows) desk.findings.set(id, { visitId, revision });
}

async function loadDossiers(ask: Ask, desk: Desk, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await ask<{ id: string; visit_id: string }>(
    'select id, visit_id from dossier_sample where id = any($1::uuid[])',
    [ids],
  );
  for (const { id, visit_id: visitId } of rows) desk.dossiers.set(id, { visitId });
}

export const bytesKey = (of: { sha256: string; size: number; mediaType: string }) =>
  `${of.sha256} ${of.size} ${of.mediaType}`;

async function loadEvidence(ask: Ask, desk: Desk, items: readonly CalledItem[]): Promise<void> {
  const named = items.flatMap(({ called }) => called.needs.evidence ?? []);
  if (named.length === 0) return;
  const [held, bytes] = await Promise.all([
    ask<{ id: string }>('select id from evidence where id = any($1::uuid[])', [named.map(({ id }) => id)]),
    ask<{ sha256: string; size: number; media_type: string }>(
      `select distinct sha256, size, media_type from evidence where sha256 = any($1::text[]) and status = 'received'`,
      [unique(named.map(({ sha256 }) => sha256))],
    ),
  ]);
  for (const { id } of held) desk.evidenceIds.add(id);
  for (const { sha256, size, media_type: mediaType } of bytes)
    desk.received.add(bytesKey({ sha256, size, mediaType }));
}

async function loadLegalBases(ask: Ask, desk: Desk, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await ask<{ id: string }>('select id from legal_basis where id = any($1::text[])', [ids]);
  for (const { id } of rows) desk.legalBases.add(id);
}

async function loadRefused(ask: Ask, desk: Desk, ids: readonly string[], author: string): Promise<void> {
  if (ids.length === 0) return;
  const [rows, kept] = await Promise.all([
    ask<{ id: string; action: string; content_hash: string; receipt: string; refused: string }>(
      `select id, action, content_hash, receipt, refused from command_receipt
      where id = any($1::uuid[]) and author_id = $2 and refused is not null`,
      [ids, author],
    ),
    ask<{ id: string }>('select id from quarantined_command where id = any($1::uuid[])', [ids]),
  ]);
  for (const { content_hash: contentHash, ...row } of rows) desk.refused.set(row.id, { ...row, contentHash });
  for (const { id } of kept) desk.quarantined.add(id);
}

interface HistoryRow {
  visit_id: string;
  command: FieldCommand;
}

/** Answers, settlements, and refused ones of the author's own through which something was seen. */
async function loadHistories(ask: Ask, desk: Desk, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  const rows = await ask<HistoryRow>(
    `select visit_id, json_build_object('id', id, 'action', action, 'author', author_id, 'clock', clock, 'base', base,
      'writtenAt', written_at, 'device', device_id, 'payload', payload) as command
    from field_command where visit_id = any($1::uuid[]) and action in ('answer.set', 'answer.settle')`,
    [visitIds],
  );
  for (const visitId of visitIds) desk.histories.set(visitId, []);
  for (const { visit_id: visitId, command } of rows) desk.histories.get(visitId)?.push(command);
}

async function loadTeams(ask: Ask, desk: Desk, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  const rows = await ask<{ visit_id: string; account_id: string }>(
    `select v.id as visit_id, m.account_id from visit v join round_member m on m.round_id = v.round_id
    where v.id = any($1::uuid[]) and m.removed_at is null`,
    [visitIds],
  );
  for (const visitId of visitIds) desk.teams.set(visitId, new Set());
  for (const { visit_id: visitId, account_id: accountId } of rows) desk.teams.get(visitId)?.add(accountId);
}

async function loadConsoles(
  ask: Ask,
  desk: Desk,
  visitIds: readonly string[],
  author: string,
): Promise<void> {
  if (visitIds.length === 0) return;
  const rows = await ask<{ visit_id: string; latest: string | null; seq: number | null }>(
    `select v.id as visit_id, (select max(c.clock) from field_command c where c.visit_id = v.id) as latest,
      (select max(c.seq) from field_command c where c.visit_id = v.id and c.device_id = $2) as seq
    from unnest($1::uuid[]) v (id)`,
    [visitIds, author],
  );
  for (const { visit_id: visitId, latest, seq } of rows)
    desk.consoles.set(visitId, { latestClock: latest, lastSeq: seq });
}

/** The visits that the author cannot see any more, though they were once granted. */
async function loadOnceGranted(
  ask: Ask,
  desk: Desk,
  visitIds: readonly string[],
  author: string,
): Promise<void> {
  const hidden = visitIds.filter((id) => !desk.visits.has(id));
  if (hidden.length === 0) return;
  const rows = await ask<{ visit_id: string }>(
    `select distinct visit_id from change_feed where account_id = $2 and visit_id = any($1::uuid[])`,
    [hidden, author],
  );
  for (const { visit_id: visitId } of rows) desk.onceGranted.add(visitId);
}

const graphSql = `
with recursive walk (id) as (
  select unnest($1::uuid[])
  union
  select p.id from walk w cross join lateral (
    select c.base from field_command c where c.id = w.id
    union all
    select o::uuid from field_command c cross join lateral jsonb_array_elements_text(c.payload->'over') o
    where c.id = w.id and c.action = 'answer.settle'
    union all
    select r.base from command_receipt r where r.id = w.id
  ) p (id) where p.id is not null
)
select w.id, c.clock, coalesce(c.base, r.base) as base,
  case when c.action = 'answer.settle' then c.payload->'over' end as over
from walk w left join field_command c on c.id = w.id left join command_receipt r on r.id = w.id and c.id is null`;

/**
 * Who had seen what, as far as this batch asks: of commands that are not in it, only where what stands was not
 * plainly before the author.
 */
async function loadGraph(ask: Ask, desk: Desk, items: readonly CalledItem[]): Promise<void> {
  for (const { id, called } of items) desk.graph.add(id, called.seen);
  const starts = new Set<string>();
  const before: FieldWriter[] = [];
  for (const { called, envelope } of items) {
    if (envelope === undefined || called.needs.answers === undefined) continue;
    const ends = new Set(desk.graph.openEnds(called.seen));
    for (const itemCode of called.needs.answers) {
      const writers = desk.answers.get(answerKey(called.visitId, itemCode))?.writers ?? {};
      for (const field of answerFields) {
        const writer = writers[field];
        if (writer === undefined) continue;
        if (ends.has(writer.command)) before.push(writer);
        else for (const id of [...ends, writer.command]) starts.add(id);
      }
    }
  }
  for (const { command, clock } of before) desk.graph.add(command, [], clock);
  if (starts.size === 0) return;
  const rows = await ask<{ id: string; clock: string | null; base: string | null; over: string[] | null }>(
    graphSql,
    [[...starts]],
  );
  for (const { id, clock, base, over } of rows)
    if (!items.some((item) => item.id === id))
      desk.graph.add(id, [...(base === null ? [] : [base]), ...(over ?? [])], clock ?? undefined);
}

/** Reads all that the commands of one author rest on: one round trip, and a second where it takes one. */
export async function loadDesk(ask: Ask, all: readonly FieldItem[], author: string): Promise<Desk> {
  const items = all.filter(isCalled);
  const desk = emptyDesk();
  if (items.length === 0) return desk;
  const ofAll = (pick: (called: Called) => readonly string[] | undefined) =>
    unique(items.flatMap(({ called }) => pick(called) ?? []));
  const visitIds = ofAll(({ visitId }) => [visitId]);
  await Promise.all([
    loadVisits(ask, desk, visitIds, author),
    loadAnswers(ask, desk, items),
    loadFindings(
      ask,
      desk,
      ofAll(({ needs }) => needs.findings),
    ),
    loadDossiers(
      ask,
      desk,
      ofAll(({ needs }) => needs.dossiers),
    ),
    loadEvidence(ask, desk, items),
    loadLegalBases(
      ask,
      desk,
      ofAll(({ needs }) => needs.legalBases),
    ),
    loadRefused(
      ask,
      desk,
      ofAll(({ needs }) => needs.refused),
      author,
    ),
    loadHistories(
      ask,
      desk,
      ofAll(({ needs, visitId }) => (needs.history ? [visitId] : [])),
    ),
    loadTeams(
      ask,
      desk,
      ofAll(({ needs, visitId }) => (needs.team ? [visitId] : [])),
    ),
    loadConsoles(
      ask,
      desk,
      unique(items.flatMap(({ envelope, called }) => (envelope === undefined ? [called.visitId] : []))),
      author,
    ),
  ]);
  await Promise.all([
    loadOnceGranted(ask, desk, visitIds, author),
    loadGraph(ask, desk, items),
    loadChecklists(ask, desk),
  ]);
  return desk;
}
