import type { ConclusionState } from '@kycuong/domain/conclusion/conclusion-state.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State, Tag } from '@kycuong/ui/plain/state.tsx';

export const conclusionStateKeys = {
  submitted: 'conclusion:state-submitted',
  issued: 'conclusion:state-issued',
} as const satisfies Record<ConclusionState, MessageKey>;

const looks = {
  submitted: { tone: 'act', icon: 'pencil' },
  issued: { tone: 'done', icon: 'done' },
} as const;

interface ConclusionStateWordProps {
  readonly status: ConclusionState;
  readonly tag?: boolean;
}

export function ConclusionStateWord({ status, tag = false }: ConclusionStateWordProps) {
  const { t } = useMessages();
  const Shape = tag ? Tag : State;
  return <Shape {...looks[status]}>{t(conclusionStateKeys[status])}</Shape>;
}
