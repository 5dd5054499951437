import type { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';

export const conformityLooks = {
  conform: { tone: 'done', icon: 'done', key: 'visit:conform' },
  partial: { tone: 'soon', icon: 'partly', key: 'visit:partial' },
  nonconform: { tone: 'late', icon: 'failed', key: 'visit:nonconform' },
  'not-applicable': { tone: 'calm', icon: 'not-applicable', key: 'visit:not-applicable' },
} as const satisfies Record<Conformity, { tone: Tone; icon: IconName; key: MessageKey }>;

/** A result in icon, word and colour; null: nobody has answered. */
export function Conformed({ conformity }: { readonly conformity: Conformity | null }) {
  const { t } = useMessages();
  if (conformity === null) return <State tone="calm">{t('visit:unanswered')}</State>;
  const { tone, icon, key } = conformityLooks[conformity];
  return (
    <State tone={tone} icon={icon}>
      {t(key)}
    </State>
  );
}
