import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { FieldAction } from '@kycuong/domain/sync/field-command.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import type * as z from 'zod/mini';
import type { Command, Loaded } from '../command.ts';
import type { Desk, DeskVisit } from './desk.ts';
import type { Written } from './written.ts';

/** What of the database a command's decision rests on, as its payload names it; all of a batch is read at once. */
export interface Needs {
  /** Lines of the checklist whose standing answers are needed. */
  readonly answers?: readonly string[];
  readonly findings?: readonly string[];
  readonly dossiers?: readonly string[];
  readonly evidence?: readonly { readonly id: string; readonly sha256: string }[];
  readonly legalBases?: readonly string[];
  /** Commands of the author's own that were refused. */
  readonly refused?: readonly string[];
  /** All answers ever given at the visit, with what each had seen. */
  readonly history?: boolean;
  /** Whether anything was written at the visit, and who checked in. */
  readonly begun?: boolean;
  /** Who is on the team today. */
  readonly team?: boolean;
}

export interface FieldWork<Input> {
  readonly desk: Desk;
  readonly visit: DeskVisit;
  readonly input: Input;
  readonly author: string;
  /** Who handed it in or admits it, when that is not the author. */
  readonly senderId: string | null;
  readonly commandId: string;
  readonly now: Date;
  readonly written: Written;
  /** Marks the receipt: applied, and another version of the same value is kept beside it. */
  readonly noteConflict: () => void;
  /** Counts text that is kept beside what stands, on the day of whoever brings it. */
  readonly noteKept: (bytes: number) => void;
}

interface Declared<Schema extends z.ZodMiniType, Output> {
  readonly action: FieldAction;
  readonly input: Schema;
  readonly needs?: (input: z.output<Schema>) => Needs;
  /** The visit's state afterwards; throws where the act is not allowed. By default work opens the visit. */
  readonly state?: (before: VisitState) => VisitState;
  /** Taken even when the round is concluded. */
  readonly atAnyTime?: boolean;
  /** Commands, beside the base, whose values the author had before them. */
  readonly seen?: (input: z.output<Schema>) => readonly string[];
  /**
   * Decides on what lies on the desk, and writes to it so that the next command sees it. Throws a DomainError before
   * it changes anything, or not at all.
   */
  decide(work: FieldWork<z.output<Schema>>): Output;
  /** The same verb where no visit is concerned: an ordinary command. */
  readonly elsewhere?: Pick<Command<Schema, Loaded, Output>, 'turn' | 'load' | 'run'>;
}

/** A command of the field: the desk's for work at a visit, the general door's elsewhere. */
export interface FieldVerb<Schema extends z.ZodMiniType, Output>
  extends Command<Schema, Loaded, Output>,
    Omit<Declared<Schema, Output>, 'action' | 'decide'> {
  readonly action: FieldAction;
  decide(work: FieldWork<z.output<Schema>>): Output;
}

export type AnyFieldVerb = FieldVerb<z.ZodMiniType, unknown>;

const nowhereElse = {
  load: () => Promise.reject(new DomainError('invalid', 'input.required', { field: 'visitId' })),
  run: () => Promise.reject(new Error('a command of the field is decided at the desk')),
};

/** Declares a command of the field: what it does beside all that every field command does to its visit. */
export function fieldVerb<Schema extends z.ZodMiniType, Output>(
  verb: Declared<Schema, Output>,
): FieldVerb<Schema, Output> {
  return { ...verb, ...(verb.elsewhere ?? nowhereElse) };
}

export function isFieldVerb(definition: object): definition is AnyFieldVerb {
  return 'decide' in definition;
}
