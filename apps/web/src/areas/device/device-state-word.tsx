import type { DeviceState } from '@kycuong/domain/device/device-state.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';

const looks = {
  new: { tone: 'calm', icon: 'plus' },
  'in-use': { tone: 'done', icon: 'done' },
  silent: { tone: 'soon', icon: 'clock' },
  wiping: { tone: 'late', icon: 'waiting' },
  wiped: { tone: 'calm', icon: 'not-applicable' },
} as const satisfies Record<DeviceState, { tone: Tone; icon: IconName }>;

export function DeviceStateWord({ state }: { readonly state: DeviceState }) {
  const { t } = useMessages();
  const { tone, icon } = looks[state];
  return (
    <State tone={tone} icon={icon}>
      {t(`device:state-${state}`)}
    </State>
  );
}
