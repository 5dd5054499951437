import type { FieldCommand } from '../sync/field-command.ts';

/**
 * Ids of the commands whose values the author had before them when writing: the edges of the base graph. A settlement
 * stands over what it names and over nothing else, whatever showed at the moment.
 */
export function seenBy(command: FieldCommand): readonly string[] {
  if (command.action === 'answer.settle') return command.payload.over;
  return command.base === null ? [] : [command.base, ...(command.through ?? [])];
}
