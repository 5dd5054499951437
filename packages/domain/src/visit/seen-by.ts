import type { FieldCommand } from '../sync/field-command.ts';

/** Ids of the commands whose values the author had before them when writing: the edges of the base graph. */
export function seenBy(command: FieldCommand): readonly string[] {
  const { base } = command;
  const seen = base === null ? [] : [base];
  return command.action === 'answer.settle' ? [...seen, ...command.payload.over] : seen;
}
