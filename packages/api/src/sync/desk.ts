import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { finding, findingRevision } from '@kycuong/db/schema/finding.ts';
import { changeFeed, commandReceipt, fieldCommand, quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { dailyUse } from '@kycuong/db/schema/usage.ts';
import { answer, type FieldWriter, visit } from '@kycuong/db/schema/visit.ts';
import type { TeamRole } from '@kycuong/domain/access/role.ts';
import type { RoundState } from '@kycuong/domain/planning/round-state.ts';
import { BaseGraph } from '@kycuong/domain/sync/base-graph.ts';
import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import type { Arrival } from '@kycuong/domain/visit/arrival.ts';
import type { AnswerField } from '@kycuong/domain/visit/open-conflicts.ts';
import type { VisitBegun } from '@kycuong/domain/visit/visit-begun.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import { useSql } from '../usage/count-use.ts';
import type { FieldItem } from './field-item.ts';
import type { KeptVersion } from './kept-version.ts';
import { RowBuffer } from './row-buffer.ts';
import type { ConsoleFacts } from './written.ts';

/** A visit as it stands, locked, with the author's place in its team. */
export interface DeskVisit {
  readonly id: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly checklistVersionId: string;
  readonly roundStatus: RoundState;
  readonly coveredBy: readonly string[];
  /** Null: never on the team. */
  readonly role: TeamRole | null;
  readonly assignedMs: number | null;
  readonly removed: boolean;
  status: VisitState;
  checkedInAt: string | null;
  submittedAt: string | null;
  submittedBy: string | null;
  closedAt: string | null;
  closedBy: string | null;
}

export type AnswerWriters = Partial<Record<AnswerField, FieldWriter>>;

/** One row of `answer`, as it will be. */
export interface DeskAnswer {
  readonly visit_id: string;
  readonly item_code: string;
  readonly round_id: string;
  readonly unit_id: string;
  conformity: unknown;
  count: unknown;
  note: unknown;
  writers: AnswerWriters;
}

export interface DeskFinding {
  readonly visitId: string;
  revision: number;
  /** The row that will be written, once something of this batch changes the finding. */
  row?: Record<string, unknown>;
}

export interface DeskDossier {
  readonly visitId: string;
  row?: Record<string, unknown>;
}

/** A command of the author's own that was refused, as it is kept. */
export interface RefusedCommand {
  readonly id: string;
  readonly action: string;
  readonly contentHash: string;
  readonly receipt: string;
  readonly refused: string;
}

/** What of a checklist version a decision asks; a published version never changes. */
export interface ChecklistCodes {
  readonly items: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
}

/** From here on the transaction goes through this door. */
export const door = (name: 'system' | 'person') => `select set_config('kycuong.door', '${name}', true)`;

const quarantineColumns =
  'author_id, sender_id, device_id, reason, note, refusal, incoming, action, content_hash, recorded_at';
const quarantineSql = `insert into quarantined_command (id, command_id, visit_id, round_id, unit_id, ${quarantineColumns})
select n.id, n.command_id, v.id, v.round_id, v.unit_id, ${quarantineColumns.replaceAll(/\b(\w+)/g, 'n.$1')}
from json_populate_recordset(null::quarantined_command, $rows::json) n join visit v on v.id = n.visit_id`;

/** Whoever had handed the same in is told; a decision of nobody's is none. */
const settleSql = `insert into change_feed (account_id, round_id, visit_id, kind, quarantined_id)
select q.sender_id, q.round_id, q.visit_id, 'decided', q.id
from json_to_recordset($rows::json) as n(command_id uuid, author_id uuid, content_hash text, decision text, at timestamptz)
cross join lateral settle_versions(n.command_id, n.author_id, n.content_hash, n.decision, n.at) q
where q.decision is not null and q.sender_id is not null`;

/** Rows in the order in which the keys between the tables allow them. */
function rowPlan() {
  return new RowBuffer([
    ['update', visit],
    ['insert', finding],
    ['update', finding],
    ['insert', findingRevision],
    ['insert', dossierSample],
    ['update', dossierSample],
    ['insert', answer],
    ['update', answer],
    ['insert', evidence],
    ['insert', fieldCommand],
    ['insert', changeFeed],
    ['insert', trailEntry],
    ['insert', commandReceipt],
    // The quarantine is the system's: whoever it keeps something of may not see the visit any more.
    door('system'),
    ['insert', quarantinedCommand, quarantineSql],
    ['update', quarantinedCommand, settleSql],
    ['insert', dailyUse, useSql],
  ]);
}

/** Everything that a batch of field commands is decided on, and all that it will write. */
export interface Desk {
  readonly visits: Map<string, DeskVisit>;
  /** Visits that were once the author's and are not any more. */
  readonly onceGranted: Set<string>;
  readonly checklists: Map<string, ChecklistCodes>;
  readonly answers: Map<string, DeskAnswer>;
  readonly findings: Map<string, DeskFinding>;
  readonly dossiers: Map<string, DeskDossier>;
  readonly evidenceIds: Set<string>;
  /** Received bytes that the author may see: `sha256 size mediaType`. */
  readonly received: Set<string>;
  readonly legalBases: Set<string>;
  readonly refused: Map<string, RefusedCommand>;
  readonly quarantined: Set<string>;
  /** Versions of the author's commands that are kept without a receipt, by the command's id. */
  readonly versions: Map<string, readonly KeptVersion[]>;
  /** Answers and settlements by visit, and refused ones through which something was seen. */
  readonly histories: Map<string, FieldCommand[]>;
  /** Of visits of which it is asked. */
  readonly begun: Map<string, VisitBegun>;
  /** Of visits at which something is written before anybody is known to be there. */
  readonly arrivals: Map<string, Arrival>;
  readonly teams: Map<string, Set<string>>;
  readonly consoles: Map<string, ConsoleFacts>;
  readonly graph: BaseGraph;
  /** Rows that lie in the buffer already and are changed in place. */
  readonly written: Set<object>;
  /** Visits whose row changes. */
  readonly touched: Set<string>;
  /** What takes no effect and is kept, with the bytes of its text. */
  readonly kept: Map<FieldItem, number>;
  readonly rows: RowBuffer;
}

export function emptyDesk(): Desk {
  return {
    visits: new Map(),
    onceGranted: new Set(),
    checklists: new Map(),
    answers: new Map(),
    findings: new Map(),
    dossiers: new Map(),
    evidenceIds: new Set(),
    received: new Set(),
    legalBases: new Set(),
    refused: new Map(),
    quarantined: new Set(),
    versions: new Map(),
    histories: new Map(),
    begun: new Map(),
    arrivals: new Map(),
    teams: new Map(),
    consoles: new Map(),
    graph: new BaseGraph(),
    written: new Set(),
    touched: new Set(),
    kept: new Map(),
    rows: rowPlan(),
  };
}

export const answerKey = (visitId: string, itemCode: string) => `${visitId} ${itemCode}`;

/** Has the visit written as it stands at the end of the batch, once. */
export function touchVisit(desk: Desk, one: DeskVisit): void {
  if (desk.touched.has(one.id)) return;
  desk.touched.add(one.id);
  desk.rows.add('update', visit, {
    id: one.id,
    get status() {
      return one.status;
    },
    get checked_in_at() {
      return one.checkedInAt;
    },
    get submitted_at() {
      return one.submittedAt;
    },
    get submitted_by() {
      return one.submittedBy;
    },
    get closed_at() {
      return one.closedAt;
    },
    get closed_by() {
      return one.closedBy;
    },
  });
}
