import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { State, Tag } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';

/** As shown: the visit's own state, or what time and the round make of it. */
export type ShownVisitState = VisitState | 'draft' | 'overdue';
export const shownVisitStates = ['draft', 'planned', 'open', 'submitted', 'overdue', 'closed'] as const;

export const visitStateKeys = {
  draft: 'visit:state-draft',
  planned: 'visit:state-planned',
  open: 'visit:state-open',
  submitted: 'visit:state-submitted',
  overdue: 'visit:state-overdue',
  closed: 'visit:state-closed',
} as const satisfies Record<ShownVisitState, MessageKey>;

const looks = {
  draft: { tone: 'act', icon: 'pencil' },
  planned: { tone: 'calm', icon: 'calendar' },
  open: { tone: 'calm', icon: 'partly' },
  submitted: { tone: 'act', icon: 'waiting' },
  overdue: { tone: 'late', icon: 'warning' },
  closed: { tone: 'done', icon: 'done' },
} as const satisfies Record<ShownVisitState, { tone: Tone; icon: IconName }>;

export function shownVisitState(
  visit: { readonly status: VisitState; readonly overdue: boolean },
  draft = false,
): ShownVisitState {
  if (draft) return 'draft';
  return visit.overdue ? 'overdue' : visit.status;
}

export function VisitStateWord({
  state,
  tag = false,
}: {
  readonly state: ShownVisitState;
  readonly tag?: boolean;
}) {
  const { t } = useMessages();
  const Shape = tag ? Tag : State;
  return <Shape {...looks[state]}>{t(visitStateKeys[state])}</Shape>;
}
