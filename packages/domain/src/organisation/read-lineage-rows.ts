import { shortened } from '../input/shortened.ts';
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
  /** The cells of these columns held numbers. */
  readonly numeric: readonly string[];
};

/**
 * The rows of a lineage file that name a predecessor and a successor, why the others do not count, and every old
 * code that stands in the file, be its row right or not.
 */
export function readLineageRows(rows: readonly LineageRow[]): {
  stated: StatedLineage[];
  rejected: RowFault[];
  predecessorCodes: ReadonlySet<string>;
} {
  const stated: StatedLineage[] = [];
  const rejected: RowFault[] = [];
  const predecessorCodes = new Set<string>();
  const firstLines = new Map<string, number>();
  for (const { line, values, numeric = [], fault, faultColumn } of rows) {
    const oldCode = tidyName(values.old_code);
    const oldName = tidyName(values.old_name);
    const newCode = tidyName(values.new_code);
    const newName = tidyName(values.new_name);
    const pair = `${oldCode} ${newCode}`;
    const first = firstLines.get(pair);
    predecessorCodes.add(oldCode);
    if (fault) {
      rejected.push({ line, reason: fault, details: { column: faultColumn } });
    } else if (oldCode === '') {
      const details = { oldName: shortened(oldName, 200) };
      rejected.push({ line, reason: 'organisation.predecessor-missing', details });
    } else if (newCode === '') {
      const details = { code: shortened(oldCode, 20) };
      rejected.push({ line, reason: 'organisation.successor-missing', details });
    } else if (first !== undefined) {
      rejected.push({ line, reason: 'organisation.lineage-repeated', details: { first } });
    } else {
      firstLines.set(pair, line);
      stated.push({ line, oldCode, oldName, newCode, newName, numeric });
    }
  }
  return { stated, rejected, predecessorCodes };
}
