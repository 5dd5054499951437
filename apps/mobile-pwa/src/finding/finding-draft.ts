import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { type Severity, severities } from '@kycuong/domain/finding/severity.ts';
import type { FindingView } from '@kycuong/domain/visit/visit-view.ts';
import type { Captured } from '../evidence/capture.ts';

/** A photo that waits in a draft. Its id is fixed with it, so that it is attached once; earlier releases gave it none. */
export type DraftPhoto = Captured['facts'] & { readonly evidenceId?: string };

/** A finding as it is written. Its photos wait in a row of their own, save those of earlier releases and those refused with it. */
export interface FindingDraft {
  readonly itemCode: string | null;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly legalBasisIds: readonly string[];
  readonly photos: readonly DraftPhoto[];
}

/** Photos that wait in a row of drafts, bytes already kept, until the finding they belong to is raised. */
export function photosIn(value: unknown): readonly DraftPhoto[] {
  const isMeant = typeof value === 'object' && value !== null && 'photos' in value;
  return isMeant && Array.isArray(value.photos) ? value.photos : [];
}

/** What is said of a finding before its text: the line that it was born on, in either row. */
export function itemCodeIn(value: unknown): string | null {
  const isMeant = typeof value === 'object' && value !== null && 'itemCode' in value;
  return isMeant && typeof value.itemCode === 'string' ? value.itemCode : null;
}

export function isFindingDraft(value: unknown): value is FindingDraft {
  return typeof value === 'object' && value !== null && 'severity' in value && 'photos' in value;
}

/** Starts from the checklist line: its severity and its law of the day, and what was noted there, to be gone on with on a new line. */
export function startFinding(
  item: ChecklistItem | undefined,
  note: string,
  legalBasisIds: readonly string[] = [],
): FindingDraft {
  return {
    itemCode: item?.code ?? null,
    title: '',
    description: note === '' ? '' : `${note}\n`,
    severity: item?.severity ?? severities[0],
    legalBasisIds,
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
