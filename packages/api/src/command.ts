import type { Action } from '@kycuong/domain/access/permission.ts';
import type { Resource } from '@kycuong/domain/access/resource.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type * as z from 'zod/mini';
import type { Proof } from './access/proof.ts';
import type { Enclosed, Ground, Work } from './work.ts';

/** What a command acts on, as the audit trail names it. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly unitId?: string | null;
}

/** The facts that permission and run both need, read once. */
export interface Loaded {
  readonly resource: Resource;
  readonly subject: Subject;
}

/** The envelope of a command of the field; the console's commands have only an id. */
export type FieldEnvelope = Omit<CommandEnvelope, 'payload' | 'action'>;

export interface CommandWork<Input, Facts> extends Work<Input> {
  readonly commandId: string;
  readonly facts: Facts;
  readonly envelope: FieldEnvelope | undefined;
  /** Marks the receipt: applied, and another version of the same value is kept beside it. */
  readonly noteConflict: () => void;
  readonly proof: Proof;
  readonly enclosed: Enclosed | undefined;
  readonly secondFactor: Ground['secondFactor'];
}

export interface Command<Schema extends z.ZodMiniType, Facts extends Loaded, Output> {
  readonly action: Action;
  readonly input: Schema;
  /** Fields of the input that hold a password, a code or the like: nothing that is kept is made from them. */
  readonly secrets?: readonly string[];
  /**
   * What it reads and then changes, by its id: whoever acts on the same waits until this one has ended, and judges what
   * came of it. Without it two acts at once would both find the state that each of them ends.
   */
  turn?(input: z.output<Schema>): string;
  load(work: Work<z.output<Schema>> & { readonly envelope: FieldEnvelope | undefined }): Promise<Facts>;
  run(work: CommandWork<z.output<Schema>, Facts>): Promise<Output>;
  /**
   * Where what it writes is no act yet: a text saved again as it is typed. Then neither an entry in the trail nor a receipt
   * stays of it, nor of what it refuses. It names the state that it goes over, so that sent again it finds its own work done.
   */
  isPassing?(input: z.output<Schema>): boolean;
  /**
   * Whether it found nothing to do. Then neither an entry nor a receipt says that something was done; sent again it is judged
   * again.
   */
  isNothing?(output: Output): boolean;
  /** What the trail keeps; by default the input without its secrets. Bulk must name something smaller. */
  trail?(input: z.output<Schema>, output: Output): unknown;
}

/** A command of any shape, as the door and the registry hold it. */
export type AnyCommand = Command<z.ZodMiniType, Loaded, unknown>;

/** Declares a verb. It only says what it needs and does; the door does all that no verb may forget. */
export function command<Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
  definition: Command<Schema, Facts, Output>,
): Command<Schema, Facts, Output> {
  return definition;
}
