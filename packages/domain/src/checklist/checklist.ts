import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { Severity } from '../finding/severity.ts';
import { requiredText } from '../input/bounded-text.ts';
import { wholeNumber } from '../input/whole-number.ts';
import { ItemCode } from './item-code.ts';
import { LegalBasisId } from './legal-basis.ts';

/** The same text in Vietnamese and English. */
export const Localised = z.object({ vi: requiredText(2000), en: requiredText(2000) });
export type Localised = z.infer<typeof Localised>;

/** What is counted, out of what (`totalLabel`), and out of how many when that is known beforehand. */
export const ItemCount = z.object({
  label: Localised,
  totalLabel: z.optional(Localised),
  total: z.nullable(wholeNumber(0, 1_000_000)),
});
export type ItemCount = z.infer<typeof ItemCount>;

/** One line: what must hold, answered by conformity, and counted where it counts something (93 of 107 posted). */
export const ChecklistItem = z.object({
  code: ItemCode,
  title: Localised,
  guidance: z.nullable(Localised),
  /** Severity that a finding born on this line starts with. */
  severity: Severity,
  legalBasisIds: z.array(LegalBasisId).check(z.maxLength(20)),
  count: z.nullable(ItemCount),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const ChecklistSection = z.object({
  code: ItemCode,
  title: Localised,
  items: z.array(ChecklistItem).check(z.minLength(1), z.maxLength(1000)),
});
export type ChecklistSection = z.infer<typeof ChecklistSection>;

/** The content of one checklist version. A published version never changes; visits are pinned to one. */
export const Checklist = z
  .object({
    code: z.string().check(z.maxLength(60), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
    title: Localised,
    validFrom: PlainDate,
    sections: z.array(ChecklistSection).check(z.minLength(1), z.maxLength(50)),
  })
  .check(
    z.refine(
      (checklist) => {
        const codes = checklist.sections.flatMap(({ items }) => items.map(({ code }) => code));
        return new Set(codes).size === codes.length;
      },
      { error: 'checklist.code-twice', path: ['sections'] },
    ),
  );
export type Checklist = z.infer<typeof Checklist>;
