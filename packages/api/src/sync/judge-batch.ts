import { randomUUID } from 'node:crypto';
import { changeFeed, commandReceipt, fieldCommand, quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import { refusal } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { greatestLeadMs } from '@kycuong/domain/sync/clock.ts';
import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { longestKept, type QuarantineReason } from '@kycuong/domain/sync/quarantine.ts';
import { noteArrival } from '@kycuong/domain/visit/arrival.ts';
import { noteBegun } from '@kycuong/domain/visit/visit-begun.ts';
import { stateAfterFieldWork } from '@kycuong/domain/visit/visit-state.ts';
import { appliedText, reasonText } from '../receipt-text.ts';
import { type Desk, type DeskVisit, touchVisit } from './desk.ts';
import type { Called, FieldItem } from './field-item.ts';
import type { FieldWork } from './field-verb.ts';
import { atConsole, onDevice, type Written } from './written.ts';

/** Under whose name a batch is judged. */
export interface Judging {
  readonly desk: Desk;
  /** The author, with the author's rights. */
  readonly actor: Actor;
  readonly author: string;
  /** Who handed it in or admits it, when that is not the author. */
  readonly senderId: string | null;
  /** The registered device whose signature came with it; null: none did. */
  readonly signedBy: string | null;
  readonly now: Date;
  /** The leader admits it: the author may have left meanwhile. */
  readonly admitted?: boolean;
}

/** The answer to one command: a stored receipt, or a refusal that is told and not stored. */
export type Answer = { readonly text: string } | { readonly failure: DomainError };

/** Thrown where a command is neither applied nor refused but kept for the leader. */
export class Quarantine extends Error {
  override readonly name = 'Quarantine';
  readonly reason: QuarantineReason;

  constructor(reason: QuarantineReason) {
    super(reason);
    this.reason = reason;
  }
}

/** A command kept for the leader answers with the reason under the code that fits it. */
export function quarantineError(reason: QuarantineReason): DomainError {
  return new DomainError('forbidden', reason);
}

function visitOf({ desk, admitted }: Judging, { visitId }: Called): DeskVisit {
  const visit = desk.visits.get(visitId);
  if (visit === undefined) {
    if (desk.onceGranted.has(visitId)) throw new Quarantine('sync.author-removed');
    throw new DomainError('not-found', 'record.not-found', { field: 'visitId' });
  }
  if (visit.removed && admitted !== true) throw new Quarantine('sync.author-removed');
  return visit;
}

function writtenOf(
  { desk, author, now }: Judging,
  { envelope }: FieldItem,
  { visitId, seen }: Called,
): Written {
  if (envelope === undefined) {
    const facts = desk.consoles.get(visitId) ?? { latestClock: null, lastSeq: null, lastApplied: null };
    return atConsole(facts, author, now);
  }
  return onDevice(
    envelope,
    now,
    // What was seen through a base that came to nothing was seen too.
    [...seen, ...desk.graph.appliedBehind(seen)].flatMap((id) => desk.graph.clockOf(id) ?? []),
  );
}

/** Everything that holds for every command of a visit, in the order of the door: permission, then state. */
function requireAllowed(
  { actor, admitted, now }: Judging,
  { verb }: Called,
  visit: DeskVisit,
  written: Written,
): void {
  // Clocks of devices are a little off; a packet cannot have been pulled before the assignment anyway. One that is still to
  // come was made by a clock that was ahead, or ours is behind: it says nothing of what came first.
  if (
    admitted !== true &&
    visit.assignedMs !== null &&
    visit.assignedMs <= now.getTime() &&
    visit.assignedMs > Date.parse(written.time.at) + greatestLeadMs
  )
    throw new DomainError('forbidden', 'sync.not-assigned-then');
  if (visit.role === null) throw new DomainError('forbidden', 'access.forbidden');
  const resource = { coveredBy: visit.coveredBy, teamRole: visit.role };
  const reason = refusal(actor, verb.action, resource);
  if (reason !== undefined) throw new DomainError('forbidden', reason);
  if (visit.roundStatus === 'draft') throw new DomainError('conflict', 'visit.round-not-issued');
  if (visit.roundStatus === 'concluded' && verb.atAnyTime !== true)
    throw new DomainError('conflict', 'visit.round-concluded');
}

/** What was seen through a base that was refused or is kept; null where the base was applied, or there is none. */
function throughOf({ graph }: Desk, { action, envelope }: FieldItem): readonly string[] | null {
  // A settlement stands over what it names alone.
  const base = action === 'answer.set' ? envelope?.base : null;
  const through = base == null ? [] : graph.appliedBehind([base]);
  return through.length === 0 ? null : through;
}

/** What every applied command leaves behind beside its own rows. */
function recordCommand(judging: Judging, item: FieldItem, work: FieldWork<unknown>, status: string): void {
  const { desk, actor, author, senderId, signedBy, now } = judging;
  const { visit, written, input } = work;
  const place = { visit_id: visit.id, round_id: visit.roundId, unit_id: visit.unitId };
  desk.rows.add('insert', fieldCommand, {
    id: item.id,
    ...place,
    author_id: author,
    sender_id: senderId,
    device_id: written.deviceId,
    seq: written.seq,
    action: item.action,
    schema_version: written.schemaVersion,
    clock: written.clock,
    device_clock: written.clock === written.deviceClock ? null : written.deviceClock,
    base: written.base,
    through: throughOf(desk, item),
    payload: input,
    status,
    written_at: written.at,
    server_offset_ms: written.serverOffsetMs,
    received_at: now,
  });
  desk.rows.add('insert', changeFeed, {
    round_id: visit.roundId,
    visit_id: visit.id,
    kind: 'command',
    command_id: item.id,
  });
  desk.rows.add('insert', trailEntry, {
    at: now,
    actor_id: author,
    sender_id: senderId,
    device_id: signedBy,
    actor_name: actor.name,
    action: item.action,
    subject_kind: 'visit',
    subject_id: visit.id,
    unit_id: visit.unitId,
    command_id: item.id,
    detail: input,
  });
}

/**
 * Applies one command to the desk, or throws before anything is changed. Gives the receipt's status and what the verb
 * gives back.
 * @throws DomainError for a refusal, Quarantine for what the leader has to decide on.
 */
export function applyItem(
  judging: Judging,
  item: FieldItem,
): { status: 'applied' | 'conflict'; result: unknown } {
  if (item.called instanceof DomainError) throw item.called;
  const { called } = item;
  const { desk, author, senderId, now } = judging;
  const visit = visitOf(judging, called);
  const written = writtenOf(judging, item, called);
  requireAllowed(judging, called, visit, written);
  const arrival = desk.arrivals.get(visit.id);
  // Whoever arrived was at work, whatever a colleague took for true.
  const before = visit.status === 'planned' && arrival?.takenBack.has(author) ? 'open' : visit.status;
  const after = (called.verb.state ?? stateAfterFieldWork)(before);
  let status: 'applied' | 'conflict' = 'applied';
  const work: FieldWork<unknown> = {
    desk,
    visit,
    input: called.input,
    author,
    senderId,
    commandId: item.id,
    now,
    written,
    noteConflict: () => {
      status = 'conflict';
    },
    noteKept: (bytes) => void desk.kept.set(item, (desk.kept.get(item) ?? 0) + bytes),
  };
  const result = called.verb.decide(work);
  if (after !== visit.status) {
    visit.status = after;
    touchVisit(desk, visit);
    desk.rows.add('insert', changeFeed, {
      round_id: visit.roundId,
      visit_id: visit.id,
      kind: 'visit',
      command_id: null,
    });
  }
  desk.graph.add(item.id, called.seen, written.clock);
  desk.histories.get(visit.id)?.push(historyOf(item, work));
  const begun = desk.begun.get(visit.id);
  if (begun) noteBegun(begun, item.action, author);
  if (arrival) {
    noteArrival(arrival, historyOf(item, work));
    if (visit.checkedInAt !== arrival.checkedInAt) {
      visit.checkedInAt = arrival.checkedInAt;
      touchVisit(desk, visit);
    }
  }
  recordCommand(judging, item, work, status);
  return { status, result };
}

/** As the visit's history tells it to what follows in the batch. */
function historyOf(item: FieldItem, { desk, written, input, author, now }: FieldWork<unknown>): FieldCommand {
  // The payload was parsed by its action's schema.
  return {
    id: item.id,
    action: item.action,
    author,
    clock: written.clock,
    base: written.base,
    through: throughOf(desk, item),
    writtenAt: written.at.toISOString(),
    receivedAt: now.toISOString(),
    serverOffsetMs: written.serverOffsetMs,
    device: written.deviceId,
    payload: input,
  } as FieldCommand;
}

/** The receipt's text; what it stands for lies on the desk, to be written in the same transaction. */
export function judgeOne(judging: Judging, item: FieldItem, forced: DomainError | undefined): string {
  const named = { id: item.id, action: item.action, now: judging.now };
  try {
    if (forced !== undefined) throw forced;
    const { status, result } = applyItem(judging, item);
    return keep(judging, item, { status, text: appliedText(named, status, result) });
  } catch (error) {
    if (error instanceof Quarantine) return quarantine(judging, item, error.reason);
    if (!(error instanceof DomainError)) throw error;
    // A refusal is an answer too: it is stored with the whole command, and a replay gets it again.
    return refuse(judging, item, error);
  }
}

/** The whole command as JSON text, because what was refused may hold what jsonb cannot. */
function incomingText({ id, payload, envelope }: FieldItem): string {
  return JSON.stringify({ id, payload, envelope });
}

const bytesOf = (text: string | null) => (text === null ? 0 : Buffer.byteLength(text));
const tooLongToKeep = () =>
  new DomainError('too-large', 'sync.too-long-to-keep', { kilobytes: longestKept / 1_024 });

interface Verdict {
  readonly status: 'applied' | 'conflict' | 'refused' | 'quarantined';
  readonly text: string;
}

/** The text that is kept of what takes no effect; null where it is longer than honest work is. */
function keptText(item: FieldItem): string | null {
  const text = incomingText(item);
  return Buffer.byteLength(text) > longestKept ? null : text;
}

/** What others had handed in under its id is settled with it, or marked: the author's own stands. */
function settleVersions(
  { desk, author, now }: Judging,
  { id, contentHash }: FieldItem,
  status: Verdict['status'],
): void {
  if (!desk.versions.has(id)) return;
  desk.rows.add('update', quarantinedCommand, {
    command_id: id,
    author_id: author,
    content_hash: contentHash,
    // What is kept in its turn waits for the leader together with the other.
    decision: status === 'quarantined' ? null : status === 'refused' ? 'declined' : 'applied',
    at: now,
  });
}

function keep(judging: Judging, item: FieldItem, { status, text }: Verdict): string {
  const { desk, author, senderId, now } = judging;
  const isKept = status === 'refused' || status === 'quarantined';
  const refused = status === 'refused' ? keptText(item) : null;
  if (isKept) desk.kept.set(item, (desk.kept.get(item) ?? 0) + bytesOf(text) + bytesOf(refused));
  desk.rows.add('insert', commandReceipt, {
    id: item.id,
    author_id: author,
    sender_id: senderId,
    action: item.action,
    base: isKept ? (item.envelope?.base ?? null) : null,
    content_hash: item.contentHash,
    status,
    receipt: text,
    refused,
    recorded_at: now,
  });
  settleVersions(judging, item, status);
  return text;
}

/** Stored with its reason, and its content where that is no longer than honest work is. */
function refuse(judging: Judging, item: FieldItem, failure: DomainError): string {
  const named = { id: item.id, action: item.action, now: judging.now };
  const told = keptText(item) === null ? tooLongToKeep() : failure;
  return keep(judging, item, { status: 'refused', text: reasonText(named, 'refused', told) });
}

interface Laying {
  readonly reason: QuarantineReason;
  /** Under which it is kept: the command's own where the receipt is the command's. */
  readonly keptId: string;
}

/** Lays the command before the leader; undefined where it is longer than is kept. */
function layBefore(judging: Judging, item: FieldItem, { reason, keptId }: Laying): string | undefined {
  const { desk, author, senderId, signedBy, now } = judging;
  const incoming = keptText(item);
  if (incoming === null) return undefined;
  desk.kept.set(item, bytesOf(incoming));
  desk.rows.add('insert', quarantinedCommand, {
    id: keptId,
    command_id: item.id,
    visit_id: item.visitId,
    author_id: author,
    sender_id: senderId,
    device_id: signedBy,
    reason,
    note: null,
    refusal: null,
    incoming,
    action: item.action,
    content_hash: item.contentHash,
    recorded_at: now,
  });
  return reasonText({ id: item.id, action: item.action, now }, 'quarantined', quarantineError(reason));
}

/** Neither applied nor lost: the leader decides. What names no visit has none, and is refused for what it is. */
export function quarantine(judging: Judging, item: FieldItem, reason: QuarantineReason): string {
  const { visitId, called } = item;
  if (visitId === undefined && called instanceof DomainError) return refuse(judging, item, called);
  const text = layBefore(judging, item, { reason, keptId: item.id });
  if (text === undefined) return refuse(judging, item, tooLongToKeep());
  return keep(judging, item, { status: 'quarantined', text });
}

/** Kept for the leader as one version of a command whose receipt is not this one's to take. */
export function quarantineVersion(judging: Judging, item: FieldItem, reason: QuarantineReason): Answer {
  const text = layBefore(judging, item, { reason, keptId: randomUUID() });
  return text === undefined ? { failure: tooLongToKeep() } : { text };
}
