/** A field's value with the command that wrote it. */
export interface WrittenField<Value> {
  readonly value: Value;
  readonly command: string;
  readonly clock: string;
  readonly author: string;
}

/**
 * Of two values the one that shows, on every device alike: the later clock, and of one moment's stamps the greater
 * id. What comes out of several does not depend on the order in which they arrive, nor on how often.
 */
export function laterOf<Value>(
  one: WrittenField<Value> | undefined,
  other: WrittenField<Value>,
): WrittenField<Value> {
  if (one === undefined) return other;
  const later = other.clock > one.clock || (other.clock === one.clock && other.command > one.command);
  return later ? other : one;
}

/** Whether whoever wrote the one command had seen the other's value, directly or through what lies between. */
export type HadSeen = (later: string, earlier: string) => boolean;

/**
 * Puts a newly arrived value beside the one that stands. It is a conflict when neither was written in knowledge of the
 * other and they differ: then nobody chose between the two, and the leader has to. What is overtaken on the way, an
 * earlier value of one's own that arrives after the later one, is none.
 */
export function mergeField<Value>(
  standing: WrittenField<Value> | undefined,
  arrived: WrittenField<Value>,
  hadSeen: HadSeen,
): { shown: WrittenField<Value>; conflict: boolean } {
  const shown = laterOf(standing, arrived);
  if (standing === undefined || standing.command === arrived.command) return { shown, conflict: false };
  const chosen =
    standing.value === arrived.value ||
    hadSeen(arrived.command, standing.command) ||
    hadSeen(standing.command, arrived.command);
  return { shown, conflict: !chosen };
}
