import type { ConclusionContent } from './conclusion-content.ts';

/** Whether there is anything to put under "KẾT QUẢ KIỂM TRA": causes and recommendations alone are about nothing. */
export function hasResults({ results, strengths, shortcomings }: ConclusionContent['draft']): boolean {
  return [results, strengths, shortcomings].some((text) => text?.trim());
}
