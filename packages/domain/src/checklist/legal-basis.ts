import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { SourceMark } from '../calendar/source-mark.ts';
import { optionalLine, requiredLine } from '../input/bounded-text.ts';

/** Stable name of a legal basis: lower-case letters, digits and hyphens, such as `nd-118-2025-17-3`. */
export const LegalBasisId = z.string().check(z.maxLength(60), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
export type LegalBasisId = z.infer<typeof LegalBasisId>;

/**
 * A provision of law as one dated record; a case keeps the wording that was in force on its own date.
 * `effectiveUntil` is the first day on which it no longer holds.
 */
export const LegalBasis = z.object({
  id: LegalBasisId,
  title: requiredLine(300),
  titleEn: requiredLine(300),
  /** `63/2010/NĐ-CP`; none for what bears none. A packet of an earlier release lacks it. */
  number: optionalLine(60),
  article: optionalLine(100),
  effectiveFrom: PlainDate,
  effectiveUntil: z.nullish(PlainDate),
  /** What holds in its place once it has ended. A packet of an earlier release lacks it. */
  replacedBy: z.optional(z.array(LegalBasisId).check(z.maxLength(20))),
  source: requiredLine(300),
  mark: SourceMark,
});
export type LegalBasis = z.infer<typeof LegalBasis>;
