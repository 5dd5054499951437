import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { type Severity, severities } from '@kycuong/domain/finding/severity.ts';
import type { FindingView } from '@kycuong/domain/visit/visit-view.ts';
import type { Captured } from '../evidence/capture.ts';

/** A photo that waits in a draft. Its id is fixed with it, so that it is attached once; earlier releases gave it none. */
export type DraftPhoto = Captured['facts'] & { readonly evidenceId?: string };

/** A finding as it is written. Photos wait with it, bytes already kept, until the finding they belong to is raised. */
export interface FindingDraft {
  readonly itemCode: string | null;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly legalBasisIds: readonly string[];
  readonly photos: readonly DraftPhoto[];
}

export function isFindingDraft(value: unknown): value is FindingDraft {
  return typeof value === 'object' && value !== null && 'severity' in value && 'photos' in value;
}

/** Starts from the checklist line: its severity and legal basis, and what was noted there, to be gone on with on a new line. */
export function startFinding(item: ChecklistItem | undefined, note: string): FindingDraft {
  return {
    itemCode: item?.code ?? null,
    title: '',
    description: note === '' ? '' : `${note}\n`,
    severity: item?.severity ?? severities[0],
    legalBasisIds: item?.legalBasisIds ?? [],
    photos: [],
  };
}

export function draftOfFinding(finding: FindingView): FindingDraft {
  const { itemCode, title, description, severity, legalBasisIds } = finding;
  return { itemCode, title, description, severity, legalBasisIds, photos: [] };
}

/** What would be logged, whether raised or amended. */
export function contentOf({ title, description, severity, legalBasisIds }: FindingDraft) {
  return {
    title,
    description,
    severity,
    legalBasisIds: [...legalBasisIds],
  };
}
