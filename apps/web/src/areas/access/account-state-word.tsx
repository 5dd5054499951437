import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type ListedAccount = inferOutput<typeof trpc.access.accounts>[number];
type AccountState = ListedAccount['state'];
export const accountStates = ['active', 'waiting', 'ended'] as const satisfies readonly AccountState[];

const looks = {
  active: { tone: 'done', icon: 'done', key: 'access:state-active' },
  waiting: { tone: 'calm', icon: 'clock', key: 'access:state-waiting' },
  ended: { tone: 'calm', icon: 'not-applicable', key: 'access:state-ended' },
} as const satisfies Record<AccountState, { tone: Tone; icon: IconName; key: MessageKey }>;

export function AccountStateWord({ state }: { readonly state: AccountState }) {
  const { t } = useMessages();
  const { tone, icon, key } = looks[state];
  return (
    <State tone={tone} icon={icon}>
      {t(key)}
    </State>
  );
}
