import type { RowFault } from './import-report.ts';
import type { LineageRow } from './import-row.ts';
import { tidyName } from './unit-name.ts';

/** A row that names both units; neither is looked up yet. */
export type StatedLineage = {
  readonly line: number;
  readonly oldCode: string;
  readonly oldName: string;
  readonly newCode: string;
  readonly newName: string;
};

/** How many different units the whole file, its faulty rows included, names on the other side of a code. */
export type Fan = {
  readonly predecessorsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly successorsOf: ReadonlyMap<string, ReadonlySet<string>>;
};

function addTo(sets: Map<string, Set<string>>, key: string, member: string): void {
  const set = sets.get(key);
  if (set) set.add(member);
  else sets.set(key, new Set([member]));
}

/**
 * The rows of a lineage file that name a predecessor and a successor, why the others do not count, and the fan:
 * a row without a code is refused, yet still says that a unit of that name went into the successor too.
 */
export function readLineageRows(rows: readonly LineageRow[]): {
  stated: StatedLineage[];
  rejected: RowFault[];
  fan: Fan;
} {
  const stated: StatedLineage[] = [];
  const rejected: RowFault[] = [];
  const predecessorsOf = new Map<string, Set<string>>();
  const successorsOf = new Map<string, Set<string>>();
  const firstLines = new Map<string, number>();
  for (const { line, values, fault } of rows) {
    const oldCode = values.old_code.trim();
    const oldName = tidyName(values.old_name);
    const newCode = values.new_code.trim();
    const newName = tidyName(values.new_name);
    const pair = `${oldCode} ${newCode}`;
    const first = firstLines.get(pair);
    if (fault) {
      rejected.push({ line, reason: fault, details: {} });
      continue;
    }
    addTo(predecessorsOf, newCode, oldCode || `${oldName}, ${tidyName(values.old_district)}`);
    if (oldCode === '') {
      const details = { oldName: oldName.slice(0, 200) };
      rejected.push({ line, reason: 'organisation.predecessor-missing', details });
      continue;
    }
    addTo(successorsOf, oldCode, newCode || newName);
    if (newCode === '') {
      rejected.push({
        line,
        reason: 'organisation.successor-missing',
        details: { code: oldCode.slice(0, 20) },
      });
    } else if (first !== undefined) {
      rejected.push({ line, reason: 'organisation.lineage-repeated', details: { first } });
    } else {
      firstLines.set(pair, line);
      stated.push({ line, oldCode, oldName, newCode, newName });
    }
  }
  return { stated, rejected, fan: { predecessorsOf, successorsOf } };
}
