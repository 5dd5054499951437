import type { CorrectiveActionState } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import type { Severity } from '@kycuong/domain/finding/severity.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { State, Tag } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';

export const actionStateKeys = {
  'awaiting-answer': 'corrective-action:state-awaiting-answer',
  answered: 'corrective-action:state-answered',
  accepted: 'corrective-action:state-accepted',
} as const satisfies Record<CorrectiveActionState, MessageKey>;

const looks = {
  'awaiting-answer': { tone: 'act', icon: 'pencil' },
  answered: { tone: 'calm', icon: 'waiting' },
  accepted: { tone: 'done', icon: 'done' },
} as const satisfies Record<CorrectiveActionState, { tone: Tone; icon: IconName }>;

export function ActionStateWord({
  status,
  tag = false,
}: {
  readonly status: CorrectiveActionState;
  readonly tag?: boolean;
}) {
  const { t } = useMessages();
  const Shape = tag ? Tag : State;
  return <Shape {...looks[status]}>{t(actionStateKeys[status])}</Shape>;
}

export const severityKeys = {
  reminder: 'corrective-action:severity-reminder',
  rectification: 'corrective-action:severity-rectification',
  review: 'corrective-action:severity-review',
  discipline: 'corrective-action:severity-discipline',
} as const satisfies Record<Severity, MessageKey>;
