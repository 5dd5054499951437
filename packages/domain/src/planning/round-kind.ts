/** Forms of inspection (hình thức): planned, thematic, unannounced, follow-up of a conclusion, self-check. */
export const roundForms = ['planned', 'thematic', 'unannounced', 'follow-up', 'self-check'] as const;
export type RoundForm = (typeof roundForms)[number];

/** Fields of inspection (lĩnh vực). `combined`: several in one round (lồng ghép). */
export const roundFields = [
  'public-duty',
  'administrative-reform',
  'procedure-control',
  'quality-system',
  'records',
  'combined',
] as const;
export type RoundField = (typeof roundFields)[number];
