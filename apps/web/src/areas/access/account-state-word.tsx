import type { AccountState } from '@kycuong/domain/access/account-state.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { State, Tag } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type ListedAccount = inferOutput<typeof trpc.access.accounts>[number];

const looks = {
  active: { tone: 'done', icon: 'done', key: 'access:state-active' },
  waiting: { tone: 'calm', icon: 'clock', key: 'access:state-waiting' },
  ended: { tone: 'calm', icon: 'not-applicable', key: 'access:state-ended' },
  locked: { tone: 'soon', icon: 'lock', key: 'access:state-locked' },
} as const satisfies Record<AccountState, { tone: Tone; icon: IconName; key: MessageKey }>;

interface AccountStateWordProps {
  readonly state: AccountState;
  /** On a tint, in the page's head. */
  readonly tag?: boolean;
}

export function AccountStateWord({ state, tag = false }: AccountStateWordProps) {
  const { t } = useMessages();
  const { tone, icon, key } = looks[state];
  const Shape = tag ? Tag : State;
  return (
    <Shape tone={tone} icon={icon}>
      {t(key)}
    </Shape>
  );
}
