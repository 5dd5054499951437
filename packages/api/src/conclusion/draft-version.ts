import type { ConclusionContent } from '@kycuong/domain/conclusion/conclusion-content.ts';
import { versionOf } from '../seen.ts';
import type { requirementRows } from './requirement-rows.ts';

/** By what a draft is named as it was looked at before the issue: its words, and of whom what is asked by when. */
export function draftVersion(
  content: ConclusionContent,
  requirements: Awaited<ReturnType<typeof requirementRows>>,
): string {
  return versionOf({ content, requirements });
}
