import type { ClockStamp } from './clock.ts';

/**
 * What each command's author had before them when writing, applied and refused commands alike: the edges by which one
 * value is told from another that was written without knowing of it.
 */
export class BaseGraph {
  readonly #seen = new Map<string, readonly string[]>();
  readonly #clocks = new Map<string, ClockStamp>();

  /** @param clock the stamp as it counts, where the command was applied. */
  add(id: string, seen: readonly string[], clock?: ClockStamp): void {
    this.#seen.set(id, seen);
    if (clock !== undefined) this.#clocks.set(id, clock);
  }

  knows(id: string): boolean {
    return this.#seen.has(id);
  }

  clockOf(id: string): ClockStamp | undefined {
    return this.#clocks.get(id);
  }

  /** Whether whoever wrote `later` had seen `earlier`, directly or through what lies between. */
  hadSeen(later: string, earlier: string): boolean {
    const passed = new Set<string>();
    const open = [...(this.#seen.get(later) ?? [])];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === earlier) return true;
      if (passed.has(id)) continue;
      passed.add(id);
      open.push(...(this.#seen.get(id) ?? []));
    }
    return false;
  }

  /** The nearest applied commands behind those of `seen` that were not applied themselves: what was seen through them. */
  appliedBehind(seen: readonly string[]): string[] {
    const passed = new Set<string>();
    const open = seen.filter((id) => !this.#clocks.has(id));
    const found = new Set<string>();
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (passed.has(id)) continue;
      passed.add(id);
      for (const behind of this.#seen.get(id) ?? [])
        if (this.#clocks.has(behind)) found.add(behind);
        else open.push(behind);
    }
    return [...found];
  }

  /** Ids that are named as seen by `from` or through it, and of which the graph does not know what they had seen. */
  openEnds(from: readonly string[]): string[] {
    const passed = new Set<string>();
    const open = [...from];
    const ends: string[] = [];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (passed.has(id)) continue;
      passed.add(id);
      const seen = this.#seen.get(id);
      if (seen === undefined) ends.push(id);
      else open.push(...seen);
    }
    return ends;
  }
}
