import * as z from 'zod/mini';
import { ItemCode } from '../checklist/item-code.ts';
import { LegalBasisId } from '../checklist/legal-basis.ts';
import { requiredLine, requiredText } from '../input/bounded-text.ts';
import { DeclaredNotSecret } from '../input/declared-not-secret.ts';
import { Id } from '../input/id.ts';
import { Severity } from './severity.ts';

export const longestTitle = 300;

export const longestDescription = 5000;

/** What a finding says. Who is concerned as a person is kept elsewhere, behind its own wall. */
export const FindingContent = z.object({
  title: requiredLine(longestTitle),
  description: requiredText(longestDescription),
  severity: Severity,
  legalBasisIds: z.array(LegalBasisId).check(z.maxLength(20)),
  declaredNotSecret: DeclaredNotSecret,
});
export type FindingContent = z.infer<typeof FindingContent>;

/** A finding of a visit, born on a checklist line or by itself. */
export const RaiseFinding = z.extend(FindingContent, {
  findingId: Id,
  visitId: Id,
  itemCode: z.nullish(ItemCode),
});
export type RaiseFinding = z.infer<typeof RaiseFinding>;
