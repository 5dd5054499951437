import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { FieldAction, FieldCommand, FieldPayloads } from '@kycuong/domain/sync/field-command.ts';
import type { PulledChange } from '@kycuong/domain/sync/pull.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { type VisitView, viewOf } from '@kycuong/domain/visit/visit-view.ts';

type Act = {
  [Action in FieldAction]: { readonly action: Action; readonly payload: FieldPayloads[Action] };
}[FieldAction];

/** A tablet reduced to its rules: an append-only log, receipts, and what was pulled. It never forgets a command. */
export class SimulatedTablet {
  readonly device = uuidV7();
  readonly author: string;
  readonly log: (CommandEnvelope & Act)[] = [];
  readonly receipts = new Map<string, string>();
  cursor: string | null;
  readonly #skewMs: number;
  readonly #pulled = new Map<string, Map<string, FieldCommand>>();
  #clock: string | undefined;

  constructor(author: string, { cursor, skewMs }: { cursor: string | null; skewMs: number }) {
    this.author = author;
    this.cursor = cursor;
    this.#skewMs = skewMs;
  }

  write(act: Act, visitId: string, now: Date): void {
    const deviceMs = now.getTime() + this.#skewMs;
    this.#clock = nextStamp(this.#clock, this.device, deviceMs);
    this.log.push({
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
      serverOffsetMs: -this.#skewMs,
    });
  }

  /** The command whose value the person sees when writing over it, one's own unsent ones included. */
  #seenBy(act: Act, visitId: string): string | null {
    if (act.action !== 'answer.set') return null;
    const answer = this.view(visitId).answers.get(act.payload.itemCode);
    const { conformity, count } = act.payload;
    const field = conformity !== undefined ? 'conformity' : count !== undefined ? 'count' : 'note';
    return answer?.[field]?.command ?? null;
  }

  waiting(): CommandEnvelope[] {
    return this.log.filter(({ id }) => !this.receipts.has(id));
  }

  keepReceipts(texts: readonly (string | null)[]): void {
    for (const text of texts) {
      if (text === null) continue;
      const { id } = Receipt.parse(JSON.parse(text));
      const known = this.receipts.get(id);
      if (known !== undefined && known !== text) throw new Error(`two receipts for ${id}`);
      this.receipts.set(id, text);
    }
  }

  keepChanges(changes: readonly PulledChange[]): void {
    for (const change of changes) {
      if (change.kind === 'packet') this.#keep(change.packet.visitId, change.packet.commands);
      if (change.kind === 'command') this.#keep(change.visitId, [change.command]);
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

  /** What the server applied, in its order, then what was written here and is not refused. */
  view(visitId: string): VisitView {
    const pulled = this.#pulled.get(visitId) ?? new Map<string, FieldCommand>();
    const own = this.log.filter(
      ({ id, visitId: of }) => of === visitId && !pulled.has(id) && !this.#isRefused(id),
    );
    return viewOf([...pulled.values(), ...own]);
  }

  #isRefused(id: string): boolean {
    const text = this.receipts.get(id);
    return text !== undefined && Receipt.parse(JSON.parse(text)).status === 'refused';
  }
}
