import type { IconName } from './icon-shapes.ts';

/**
 * One meaning on every screen: `late` overdue or danger, `soon` near a deadline or lacking something,
 * `done` done, `act` waiting for the reader, `calm` everything else.
 */
export type Tone = 'late' | 'soon' | 'done' | 'act' | 'calm';

export const toneIcon = {
  late: 'warning',
  soon: 'clock',
  done: 'done',
  act: 'pencil',
  calm: 'not-yet',
} as const satisfies Record<Tone, IconName>;
