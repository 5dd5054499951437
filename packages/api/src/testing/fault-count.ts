/** How often each kind of fault truly happened in a run of histories. */
export class FaultCount {
  readonly #counts = new Map<string, number>();

  add(kind: string, times = 1): void {
    if (times > 0) this.#counts.set(kind, this.of(kind) + times);
  }

  of(kind: string): number {
    return this.#counts.get(kind) ?? 0;
  }

  kindsWithout(all: readonly string[]): string[] {
    return all.filter((kind) => this.of(kind) === 0);
  }

  table(): string {
    const rows = [...this.#counts].toSorted(([a], [b]) => a.localeCompare(b));
    const width = Math.max(0, ...rows.map(([kind]) => kind.length));
    return rows.map(([kind, times]) => `${kind.padEnd(width)}  ${String(times).padStart(9)}`).join('\n');
  }
}
