import type { EvidenceView } from '@kycuong/domain/visit/visit-view.ts';
import { formatInstant, formatTime } from '@kycuong/ui/format.ts';
import type { Translate } from '../language.ts';

export type Dated = Pick<EvidenceView, 'takenAt' | 'source' | 'stated'> &
  Partial<Pick<EvidenceView, 'clock'>>;

/**
 * When a photo was taken, where the camera of this app took it; else when it was added, with what it says of its own
 * time. A clock that was wrong is said beside it.
 */
export function sayWhen(t: Translate, { takenAt, source, stated, clock }: Dated): string {
  const at = t(source === 'camera' ? 'field:walk.taken-at' : 'field:walk.added-at', {
    time: formatTime(takenAt),
  });
  const own = stated && t(`field:walk.by-${stated.by}`, { time: formatInstant(stated.at) });
  const device = clock?.deviceAt && t('field:walk.device-clock', { time: formatInstant(clock.deviceAt) });
  const unknown = clock?.clockUnknown && t('field:walk.clock-unknown');
  const beside = [own, device, unknown].filter((said) => typeof said === 'string' && said !== '');
  return beside.length === 0 ? at : `${at} (${beside.join('; ')})`;
}
