import type { Checklist } from '../checklist.ts';
import { disciplineSections } from './discipline-sections.ts';
import { oneStopSections } from './one-stop-sections.ts';
import { reformSection } from './reform-section.ts';

/** The checklists that come with the product; each is published as version 1 and then edited by publishing the next. */
export const builtInChecklists: readonly Checklist[] = [
  {
    code: 'discipline-one-stop',
    title: { vi: 'Công vụ và một cửa', en: 'Public duty and one-stop shop' },
    validFrom: '2026-08-05',
    sections: [...disciplineSections, ...oneStopSections, reformSection],
  },
  {
    code: 'discipline',
    title: { vi: 'Kỷ luật, kỷ cương hành chính', en: 'Administrative discipline' },
    validFrom: '2026-07-01',
    sections: [...disciplineSections],
  },
  {
    code: 'one-stop',
    title: { vi: 'Bộ phận Một cửa', en: 'One-stop shop' },
    validFrom: '2026-08-05',
    sections: [...oneStopSections],
  },
];
