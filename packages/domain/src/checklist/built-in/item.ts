import type { Severity } from '../../finding/severity.ts';
import type { ChecklistItem } from '../checklist.ts';

type Pair = readonly [vi: string, en: string];
type Counted = { readonly label: Pair; readonly of?: Pair };

function bilingual([vi, en]: Pair) {
  return { vi, en };
}

/** Writes a line of the built-in checklists: code, default severity, title, guidance, legal bases, what is counted. */
export function item(
  code: string,
  severity: Severity,
  title: Pair,
  guidance: Pair,
  legalBasisIds: string[],
  counted?: Counted,
): ChecklistItem {
  return {
    code,
    title: bilingual(title),
    guidance: bilingual(guidance),
    severity,
    legalBasisIds,
    count: counted
      ? {
          label: bilingual(counted.label),
          ...(counted.of && { totalLabel: bilingual(counted.of) }),
          total: null,
        }
      : null,
  };
}
