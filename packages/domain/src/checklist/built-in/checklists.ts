import type { Checklist } from '../checklist.ts';
import { disciplineSections } from './discipline-sections.ts';
import { oneStopSections } from './one-stop-sections.ts';
import { reformSection } from './reform-section.ts';

interface ShippedChecklist {
  /** The same number is the same content in every province; one that has an earlier one keeps it. */
  readonly number: number;
  readonly content: Checklist;
}

/** The checklists that come with the product, as published; a province edits one by publishing the next. */
export const builtInChecklists: readonly ShippedChecklist[] = [
  {
    number: 2,
    content: {
      code: 'discipline-one-stop',
      title: { vi: 'Công vụ và một cửa', en: 'Public duty and one-stop shop' },
      validFrom: '2026-08-05',
      sections: [...disciplineSections, ...oneStopSections, reformSection],
    },
  },
  {
    number: 2,
    content: {
      code: 'discipline',
      title: { vi: 'Kỷ luật, kỷ cương hành chính', en: 'Administrative discipline' },
      validFrom: '2026-07-01',
      sections: [...disciplineSections],
    },
  },
  {
    number: 2,
    content: {
      code: 'one-stop',
      title: { vi: 'Bộ phận Một cửa', en: 'One-stop shop' },
      validFrom: '2026-08-05',
      sections: [...oneStopSections],
    },
  },
];
