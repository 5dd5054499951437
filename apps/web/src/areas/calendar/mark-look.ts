import type { SourceMark } from '@kycuong/domain/calendar/source-mark.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import type { Tone } from '@kycuong/ui/plain/tone.ts';

/** How sure a fact is: read in its source, still to be checked, or the province's own practice. */
export const markLook = {
  V: { tone: 'done', icon: 'done' },
  M: { tone: 'soon', icon: 'partly' },
  P: { tone: 'calm', icon: 'info' },
} as const satisfies Record<SourceMark, { tone: Tone; icon: IconName }>;
