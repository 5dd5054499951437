import type { FieldAction } from '@kycuong/domain/sync/field-command.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import type * as z from 'zod/mini';
import { type Command, type CommandWork, command } from '../command.ts';
import { type FieldFacts, loadFieldVisit } from './load-field-visit.ts';
import { recordFieldWork } from './record-field-work.ts';

interface FieldVerb<Schema extends z.ZodMiniType<{ readonly visitId: string }>, Output> {
  readonly action: FieldAction;
  readonly input: Schema;
  readonly state?: (before: VisitState) => VisitState;
  run(work: CommandWork<z.output<Schema>, FieldFacts>): Promise<Output>;
}

/** Declares a command of the field: what it does beside all that every field command does to its visit. */
export function fieldVerb<Schema extends z.ZodMiniType<{ readonly visitId: string }>, Output>(
  verb: FieldVerb<Schema, Output>,
): Command<Schema, FieldFacts, Output> {
  return command({
    action: verb.action,
    input: verb.input,
    load: (work) => loadFieldVisit(work, work.input.visitId),
    run: (work) => recordFieldWork(verb, work, (inner) => verb.run(inner)),
  });
}
