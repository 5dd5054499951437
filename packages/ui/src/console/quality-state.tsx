import type { QualityStatusName } from '@kycuong/domain/quality/quality-status.ts';
import { useMessages } from '../i18n.ts';
import type { IconName } from '../plain/icon-shapes.ts';
import { State, Tag } from '../plain/state.tsx';
import type { Tone } from '../plain/tone.ts';

/** One look for a status wherever it stands. */
export const statusLook: Readonly<
  Record<QualityStatusName, { readonly tone: Tone; readonly icon: IconName }>
> = {
  'declared-maintained': { tone: 'done', icon: 'done' },
  'declared-lapsed': { tone: 'soon', icon: 'partly' },
  applying: { tone: 'calm', icon: 'checklist' },
  building: { tone: 'calm', icon: 'pencil' },
  closed: { tone: 'calm', icon: 'failed' },
  'not-started': { tone: 'calm', icon: 'not-yet' },
};

/** In rows. */
export function QualityState({ status }: { readonly status: QualityStatusName }) {
  const { t } = useMessages();
  return <State {...statusLook[status]}>{t(`quality:status-${status}`)}</State>;
}

/** In page heads. */
export function QualityTag({ status }: { readonly status: QualityStatusName }) {
  const { t } = useMessages();
  return <Tag {...statusLook[status]}>{t(`quality:status-${status}`)}</Tag>;
}
