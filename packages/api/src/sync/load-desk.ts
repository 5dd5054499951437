import type { FieldWriter } from '@kycuong/db/schema/visit.ts';
import type { TeamRole } from '@kycuong/domain/access/role.ts';
import type { RoundState } from '@kycuong/domain/planning/round-state.ts';
import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { answerFields } from '@kycuong/domain/visit/answer-fields.ts';
import { nobodyYet, noteArrival } from '@kycuong/domain/visit/arrival.ts';
import { beforeWork } from '@kycuong/domain/visit/visit-begun.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import { type AnswerWriters, answerKey, type Desk, emptyDesk } from './desk.ts';
import type { Called, FieldItem } from './field-item.ts';
import type { Ask } from './field-transaction.ts';
import type { KeptVersion } from './kept-version.ts';
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

function layVisits(desk: Desk, rows: readonly VisitRow[]): void {
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

export interface StoredRow {
  id: string;
  author_id: string | null;
  content_hash: string;
  receipt: string;
}

/** As far as the fence shows them. */
export function loadStored(ask: Ask, ids: readonly string[]): Promise<readonly StoredRow[]> {
  return ask<StoredRow>(
    'select id, author_id, content_hash, receipt from command_receipt where id = any($1::uuid[])',
    [ids],
  );
}

/** What `read_desk` gives. */
export interface DeskRead {
  readonly stored: readonly StoredRow[];
  /** Of the author's own commands. */
  readonly versions: readonly KeptVersion[];
  readonly visits: readonly VisitRow[];
  readonly answers: readonly AnswerRow[];
  /** Null where no photo is named. */
  readonly evidence: { readonly held: readonly string[]; readonly received: readonly Bytes[] } | null;
}

interface Bytes {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** What `read_desk` is asked for: visits, ids, the lines whose answers are needed, photos by id and by hash. */
export function askedOf(items: readonly FieldItem[]): [string[], string[], string, string[], string[]] {
  const photos: { readonly id: string; readonly sha256: string }[] = [];
  const lines = new Map<string, { v: string; i: string }>();
  const visitIds = new Set<string>();
  for (const item of items) {
    if (item.visitId !== undefined) visitIds.add(item.visitId);
    if (!isCalled(item)) continue;
    const { visitId, needs } = item.called;
    for (const itemCode of needs.answers ?? [])
      lines.set(answerKey(visitId, itemCode), { v: visitId, i: itemCode });
    photos.push(...(needs.evidence ?? []));
  }
  return [
    [...visitIds],
    items.map(({ id }) => id),
    JSON.stringify([...lines.values()]),
    photos.map(({ id }) => id),
    photos.map(({ sha256 }) => sha256),
  ];
}

async function readDesk(ask: Ask, items: readonly FieldItem[], author: string): Promise<DeskRead> {
  const [row] = await ask<{ desk: DeskRead }>(
    'select read_desk($1, $2::uuid[], $3::uuid[], $4::json, $5::uuid[], $6::text[]) as desk',
    [author, ...askedOf(items)],
  );
  return row?.desk ?? { stored: [], versions: [], visits: [], answers: [], evidence: null };
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

export const bytesKey = ({ sha256, size, mediaType }: Bytes) => `${sha256} ${size} ${mediaType}`;

function layEvidence(desk: Desk, { evidence }: DeskRead): void {
  for (const id of evidence?.held ?? []) desk.evidenceIds.add(id);
  for (const bytes of evidence?.received ?? []) desk.received.add(bytesKey(bytes));
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

/** Answers and settlements, with what was seen through others that do not count. */
async function loadHistories(ask: Ask, desk: Desk, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  const rows = await ask<HistoryRow>(
    `select visit_id, json_build_object('id', id, 'action', action, 'author', author_id, 'clock', clock, 'base', base,
      'through', through, 'writtenAt', written_at, 'serverOffsetMs', server_offset_ms, 'device', device_id, 'payload', payload) as command
    from field_command where visit_id = any($1::uuid[]) and action in ('answer.set', 'answer.settle')`,
    [visitIds],
  );
  for (const visitId of visitIds) desk.histories.set(visitId, []);
  for (const { visit_id: visitId, command } of rows) desk.histories.get(visitId)?.push(command);
}

interface BegunRow {
  visit_id: string;
  worked: boolean;
  arrived: string[] | null;
}

/** How far the visits have begun: whether anything was written, and who checked in since that was last taken back. */
async function loadBegun(ask: Ask, desk: Desk, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  const rows = await ask<BegunRow>(
    `select v.id as visit_id,
      exists (select from field_command c where c.visit_id = v.id and c.action <> all($2::text[])) as worked,
      (select array_agg(distinct c.author_id) from field_command c
        where c.visit_id = v.id and c.action = 'visit.check-in' and c.applied_no > coalesce((
          select max(t.applied_no) from field_command t
          where t.visit_id = v.id and t.action = 'visit.take-back-check-in'), 0)) as arrived
    from unnest($1::uuid[]) v (id)`,
    [visitIds, [...beforeWork]],
  );
  for (const { visit_id: visitId, worked, arrived } of rows)
    desk.begun.set(visitId, { worked, arrived: new Set(arrived) });
}

/** Visits at which nobody is known to be, and at which the batch writes before it says that its author is. */
function worksUnseen(desk: Desk, items: readonly CalledItem[]): string[] {
  const first = new Map<string, string>();
  for (const { action, called } of items)
    if ((action === 'visit.check-in' || !beforeWork.has(action)) && !first.has(called.visitId))
      first.set(called.visitId, action);
  return [...first].flatMap(([visitId, action]) =>
    action !== 'visit.check-in' && desk.visits.get(visitId)?.checkedInAt === null ? [visitId] : [],
  );
}

/** Who had checked in there, and by whom that was taken back: it is rare, and no other batch pays for it. */
async function loadArrivals(ask: Ask, desk: Desk, visitIds: readonly string[]): Promise<void> {
  if (visitIds.length === 0) return;
  const rows = await ask<HistoryRow>(
    `select visit_id, json_build_object('id', id, 'action', action, 'author', author_id, 'clock', clock, 'base', base,
      'writtenAt', written_at, 'receivedAt', received_at, 'serverOffsetMs', server_offset_ms, 'device', device_id,
      'payload', payload) as command
    from field_command
    where visit_id = any($1::uuid[]) and action in ('visit.check-in', 'visit.take-back-check-in') order by applied_no`,
    [visitIds],
  );
  for (const { visit_id: visitId, command } of rows) {
    const arrival = desk.arrivals.get(visitId) ?? nobodyYet();
    noteArrival(arrival, command);
    desk.arrivals.set(visitId, arrival);
  }
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
  const rows = await ask<{
    visit_id: string;
    latest: string | null;
    seq: number | null;
    last: string | null;
  }>(
    `select v.id as visit_id, max(c.clock) as latest, max(c.applied_no)::text as last,
      max(c.seq) filter (where c.device_id = $2 and c.author_id = $2) as seq
    from unnest($1::uuid[]) v (id) left join field_command c on c.visit_id = v.id group by v.id`,
    [visitIds, author],
  );
  for (const { visit_id: visitId, latest, seq, last } of rows)
    desk.consoles.set(visitId, { latestClock: latest, lastSeq: seq, lastApplied: last });
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

/**
 * Reads all that the commands of one author rest on: most of it is there already when the batch was opened; what only
 * some need takes a round trip, and the base graph another where it takes one.
 */
export async function loadDesk(
  ask: Ask,
  all: readonly FieldItem[],
  author: string,
  read?: DeskRead,
): Promise<Desk> {
  const items = all.filter(isCalled);
  const desk = emptyDesk();
  if (items.length === 0) return desk;
  const laid = read ?? (await readDesk(ask, items, author));
  layVisits(desk, laid.visits);
  layEvidence(desk, laid);
  for (const row of laid.answers) desk.answers.set(answerKey(row.visit_id, row.item_code), { ...row });
  const ofAll = (pick: (called: Called) => readonly string[] | undefined) =>
    unique(items.flatMap(({ called }) => pick(called) ?? []));
  const visitIds = ofAll(({ visitId }) => [visitId]);
  await Promise.all([
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
    loadBegun(
      ask,
      desk,
      ofAll(({ needs, visitId }) => (needs.begun ? [visitId] : [])),
    ),
    loadArrivals(ask, desk, worksUnseen(desk, items)),
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
