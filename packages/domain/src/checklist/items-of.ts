import type { Checklist, ChecklistItem } from './checklist.ts';

/** All lines of a checklist in their order. */
export function itemsOf(checklist: Checklist): ChecklistItem[] {
  return checklist.sections.flatMap((section) => section.items);
}
