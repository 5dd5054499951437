import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { FieldAction, FieldCommand, FieldPayloads } from '@kycuong/domain/sync/field-command.ts';
import type { PulledChange } from '@kycuong/domain/sync/pull.ts';
import { type QuarantineDecision, standing } from '@kycuong/domain/sync/quarantine.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { type AnswerValue, type OpenConflict, openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { settlementOf, withdrawalOf } from '@kycuong/domain/visit/settlement-of.ts';
import { type VisitView, viewOf } from '@kycuong/domain/visit/visit-view.ts';

export type Act = {
  [Action in FieldAction]: { readonly action: Action; readonly payload: FieldPayloads[Action] };
}[FieldAction];
type Logged = CommandEnvelope & Act;

/** A photo on its way: `commandId` names its ticket. */
export interface SimulatedUpload {
  readonly evidenceId: string;
  readonly commandId: string;
  readonly bytes: string;
  received: boolean;
}

/** A settlement, as the screen on which it was made remembers it. */
export interface Choice {
  readonly id: string;
  readonly visitId: string;
  readonly conflict: OpenConflict;
}

/** What lies on the tablet's disk; the rest is gone with the app. */
interface Durable {
  readonly log: Logged[];
  readonly receipts: [string, string][];
  readonly uploads: SimulatedUpload[];
  readonly pulled: [string, FieldCommand[]][];
  readonly decisions: [string, QuarantineDecision][];
  readonly clock: string | undefined;
  readonly cursor: string | null;
  readonly offsetKnown: boolean;
}

interface Holding {
  readonly author: string;
  readonly device: string;
  readonly skewMs: number;
  readonly cursor: string | null;
  /** Whether the device has heard the server's time before it writes. */
  readonly offsetKnown: boolean;
}

/** Told but not stored: the command stays the author's to send. */
const unstored: ReadonlySet<string | undefined> = new Set(['sync.author-not-sender', 'sync.id-reused']);

/** A tablet reduced to its rules: an append-only log, receipts, and what was pulled. It never forgets a command. */
export class SimulatedTablet {
  readonly device: string;
  readonly author: string;
  readonly log: Logged[] = [];
  readonly receipts = new Map<string, string>();
  readonly uploads: SimulatedUpload[] = [];
  cursor: string | null;
  readonly skewMs: number;
  offsetKnown: boolean;
  readonly #statuses = new Map<string, Receipt['status']>();
  readonly #pulled = new Map<string, Map<string, FieldCommand>>();
  /** What the leader decided on what was written or handed in by the person. */
  readonly decisions = new Map<string, QuarantineDecision>();
  /** Gone with the app: what can be taken back is on the screen alone. */
  readonly #choices: Choice[] = [];
  #clock: string | undefined;

  constructor({ author, device, skewMs, cursor, offsetKnown }: Holding) {
    this.author = author;
    this.device = device;
    this.cursor = cursor;
    this.skewMs = skewMs;
    this.offsetKnown = offsetKnown;
  }

  /** The app as it starts again from its disk. */
  restarted(disk: string = this.disk()): SimulatedTablet {
    const durable: Durable = JSON.parse(disk);
    const tablet = new SimulatedTablet({ ...this, ...durable });
    tablet.log.push(...durable.log);
    tablet.keepReceipts(durable.receipts.map(([, text]) => text));
    tablet.uploads.push(...durable.uploads);
    for (const [visitId, commands] of durable.pulled) tablet.#keep(visitId, commands);
    for (const [id, decision] of durable.decisions) tablet.decisions.set(id, decision);
    tablet.#clock = durable.clock;
    return tablet;
  }

  disk(): string {
    const { log, uploads, cursor, offsetKnown } = this;
    const durable: Durable = {
      ...{ log, uploads, cursor, offsetKnown },
      receipts: [...this.receipts],
      decisions: [...this.decisions],
      pulled: [...this.#pulled].map(([visitId, commands]) => [visitId, [...commands.values()]]),
      clock: this.#clock,
    };
    return JSON.stringify(durable);
  }

  write(act: Act, visitId: string, now: Date): Logged {
    const deviceMs = now.getTime() + this.skewMs;
    const serverOffsetMs = this.offsetKnown ? -this.skewMs : null;
    this.#clock = nextStamp(this.#clock, this.device, deviceMs + (serverOffsetMs ?? 0));
    const logged: Logged = {
      ...act,
      id: uuidV7(),
      schemaVersion: 1,
      author: this.author,
      device: this.device,
      visitId,
      seq: this.log.filter((command) => command.visitId === visitId).length + 1,
      clock: this.#clock,
      base: this.#seenBy(act, visitId),
      writtenAt: new Date(deviceMs).toISOString(),
      serverOffsetMs,
    };
    this.log.push(logged);
    return logged;
  }

  settle(visitId: string, conflict: OpenConflict, value: AnswerValue, now: Date): void {
    const payload = settlementOf(visitId, conflict, value);
    const { id } = this.write({ action: 'answer.settle', payload }, visitId, now);
    this.#choices.push({ id, visitId, conflict });
  }

  /** Takes the last settlement back; undefined where there is none on the screen. */
  takeBack(now: Date): Logged | undefined {
    const choice = this.#choices.pop();
    if (choice === undefined) return undefined;
    const payload = withdrawalOf(choice.visitId, choice.conflict, choice.id);
    return this.write({ action: 'answer.settle', payload }, choice.visitId, now);
  }

  /** A photo is kept with the command that names it, or neither is. */
  attach(act: Act & { action: 'evidence.attach' }, visitId: string, now: Date, bytes: string): void {
    const { id: commandId } = this.write(act, visitId, now);
    this.uploads.push({ evidenceId: act.payload.evidenceId, commandId, bytes, received: false });
  }

  /** The command whose value the person sees when writing over it, one's own unsent ones included. */
  #seenBy(act: Act, visitId: string): string | null {
    if (act.action !== 'answer.set' && act.action !== 'answer.settle') return null;
    const answer = this.view(visitId).answers.get(act.payload.itemCode);
    if (act.action === 'answer.settle') return answer?.[act.payload.field]?.command ?? null;
    const { conformity, count } = act.payload;
    const field = conformity !== undefined ? 'conformity' : count !== undefined ? 'count' : 'note';
    return answer?.[field]?.command ?? null;
  }

  waiting(): Logged[] {
    return this.log.filter(({ id }) => !this.receipts.has(id));
  }

  /** How a command stands, by its receipt and the leader's decision on it. */
  statusOf(id: string): Receipt['status'] | undefined {
    const receipt = this.#statuses.get(id);
    return receipt && standing(receipt, this.decisions.get(id));
  }

  /** Whether the server told that it keeps the command for the leader, whatever was decided since. */
  wasKept(id: string): boolean {
    return this.#statuses.get(id) === 'quarantined';
  }

  /** Photos whose ticket the server has taken, or keeps for the leader who may admit it yet. */
  readyUploads(): SimulatedUpload[] {
    const isOpen = (status: string | undefined) => status !== undefined && status !== 'refused';
    return this.uploads.filter(({ received, commandId }) => !received && isOpen(this.statusOf(commandId)));
  }

  keepReceipts(texts: readonly (string | null)[]): void {
    for (const text of texts) {
      if (text === null) continue;
      const { id, status, reason } = Receipt.parse(JSON.parse(text));
      if (unstored.has(reason?.key)) continue;
      const known = this.receipts.get(id);
      if (known !== undefined && known !== text) throw new Error(`two receipts for ${id}`);
      this.receipts.set(id, text);
      this.#statuses.set(id, status);
    }
    this.offsetKnown = true;
  }

  keepChanges(changes: readonly PulledChange[]): void {
    this.offsetKnown = true;
    for (const change of changes) {
      if (change.kind === 'packet') this.#keep(change.packet.visitId, change.packet.commands);
      if (change.kind === 'command') this.#keep(change.visitId, [change.command]);
      if (change.kind === 'decided') this.decisions.set(change.decided.id, change.decided.decision);
    }
  }

  #keep(visitId: string, commands: readonly FieldCommand[]): void {
    const known = this.#pulled.get(visitId) ?? new Map<string, FieldCommand>();
    this.#pulled.set(visitId, known);
    for (const command of commands) {
      if (!known.has(command.id)) known.set(command.id, command);
      if (this.#clock === undefined || command.clock > this.#clock) this.#clock = command.clock;
    }
  }

  /** What was written here at the visit and neither came back from the server nor was refused or declined. */
  #own(visitId: string): Logged[] {
    const pulled = this.#pulled.get(visitId);
    return this.log.filter(
      ({ id, visitId: of }) => of === visitId && pulled?.has(id) !== true && this.statusOf(id) !== 'refused',
    );
  }

  /** A command of the visit as this tablet has it. */
  knows(visitId: string, id: string | undefined): FieldCommand | undefined {
    return this.#history(visitId).find((command) => command.id === id);
  }

  #history(visitId: string): FieldCommand[] {
    return [...(this.#pulled.get(visitId)?.values() ?? []), ...this.#own(visitId)];
  }

  /** What the server applied, in its order, then what was written here and is not refused. */
  view(visitId: string): VisitView {
    return viewOf(this.#history(visitId));
  }

  conflicts(visitId: string): OpenConflict[] {
    const passed = this.log.filter(({ id }) => this.statusOf(id) === 'refused');
    return openConflicts(this.#history(visitId), passed);
  }
}
