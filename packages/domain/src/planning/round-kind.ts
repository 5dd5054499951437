import * as z from 'zod/mini';

/** Forms of inspection (hình thức): planned, thematic, unannounced, follow-up of a conclusion, self-check. */
export const roundForms = ['planned', 'thematic', 'unannounced', 'follow-up', 'self-check'] as const;
export const RoundForm = z.enum(roundForms);
export type RoundForm = z.infer<typeof RoundForm>;

/** Fields of inspection (lĩnh vực). `combined`: several in one round (lồng ghép). */
export const roundFields = [
  'public-duty',
  'administrative-reform',
  'procedure-control',
  'quality-system',
  'records',
  'combined',
] as const;
export const RoundField = z.enum(roundFields);
export type RoundField = z.infer<typeof RoundField>;
