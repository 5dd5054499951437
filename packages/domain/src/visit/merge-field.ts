/** A field's value with the command that wrote it. */
export interface WrittenField<Value> {
  readonly value: Value;
  readonly command: string;
  readonly clock: string;
  readonly author: string;
}

/**
 * Puts a newly arrived value beside the one that stands. The later clock shows, on every device alike. It is a
 * conflict when the writer of what stands is not the command whose value the person saw (`base`): then nobody
 * chose between the two, and the leader has to.
 */
export function mergeField<Value>(
  standing: WrittenField<Value> | undefined,
  arrived: WrittenField<Value>,
  base: string | null,
): { shown: WrittenField<Value>; conflict: boolean } {
  if (standing === undefined) return { shown: arrived, conflict: false };
  const later =
    arrived.clock > standing.clock ||
    (arrived.clock === standing.clock && arrived.command > standing.command);
  return {
    shown: later ? arrived : standing,
    conflict: standing.command !== base && standing.value !== arrived.value,
  };
}
