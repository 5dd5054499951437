import type { Difference } from '../draft/newer-version.tsx';
import type { Translate } from '../language.ts';
import { isSameContent } from '../sync/same-content.ts';
import type { FindingDraft } from './finding-draft.ts';

/** Where what stands says something else than what is typed. */
export function findingDifferences(t: Translate, standing: FindingDraft, typed: FindingDraft): Difference[] {
  const { title, description, severity } = standing;
  return [
    ...(title === typed.title ? [] : [[t('field:finding.title'), title] as const]),
    ...(description === typed.description ? [] : [[t('field:finding.description'), description] as const]),
    ...(severity === typed.severity
      ? []
      : [[t('field:finding.severity'), t(`field:severity.${severity}`)] as const]),
    ...(isSameContent(standing.legalBasisIds, typed.legalBasisIds)
      ? []
      : [[t('field:finding.bases'), null] as const]),
  ];
}
