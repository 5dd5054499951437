import { formatTime } from '@kycuong/ui/format.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import type { Translate } from '../language.ts';
import type { SyncTotals } from './status.ts';

export interface SyncWords {
  readonly icon: IconName;
  readonly title: string;
  readonly line: string;
}

/** `38 bản ghi, 12 ảnh`, leaving out what is none. */
export function sayCounts(t: Translate, records: number, photos: number): string {
  const said = [
    ...(records > 0 ? [t('field:sync.records', { count: records })] : []),
    ...(photos > 0 ? [t('field:sync.photos', { count: photos })] : []),
  ];
  return said.join(', ');
}

/** What the sync place says: where the work is first, then what waits. Only receipts make it say "all sent". */
export function sayStatus(t: Translate, status: SyncTotals, online: boolean): SyncWords {
  const { records, photos } = status;
  // What waits for the person is not sent by itself, and is told apart.
  const open = sayCounts(
    t,
    records.waiting + records.sending - records.held,
    photos.waiting + photos.sending,
  );
  const refused = sayCounts(t, records.refused, photos.refused);
  const received = status.lastReceiptAt
    ? t('field:sync.received-at', { time: formatTime(status.lastReceiptAt) })
    : status.lastContactAt
      ? t('field:sync.contact-at', { time: formatTime(status.lastContactAt) })
      : t('field:sync.no-contact');
  const forPerson = records.held > 0 ? [t('field:sync.held', { count: records.held })] : [];
  if (open !== '') {
    const parked = records.parked > 0 ? [t('field:sync.parked', { count: records.parked })] : [];
    const line = [t('field:sync.to-send', { what: open }), ...parked, ...forPerson].join('; ');
    if (!online) return { icon: 'cloud-off', title: t('field:sync.offline-kept'), line };
    const { trouble } = status;
    if (trouble !== null && trouble !== 'signed-out' && trouble !== 'server')
      return {
        icon: 'cloud-off',
        title: `${t(`field:sync.trouble-${trouble}`)}. ${t('field:sync.kept')}`,
        line,
      };
    if (status.signedOut) return { icon: 'key', title: t('field:sync.sign-in'), line };
    const sending = records.sending + photos.sending > 0;
    return { icon: 'cloud', title: t(sending ? 'field:sync.sending' : 'field:sync.waiting'), line };
  }
  if (refused !== '')
    return {
      icon: 'info',
      title: t('field:sync.refused'),
      line: [t('field:sync.refused-line', { what: refused }), ...forPerson].join('; '),
    };
  if (forPerson.length > 0)
    return { icon: 'info', title: t('field:sync.held', { count: records.held }), line: received };
  const held = sayCounts(t, records.quarantined, photos.quarantined);
  const rested = sayCounts(t, records.rested, photos.rested);
  const apart = [
    ...(held === '' ? [] : [t('field:sync.for-leader', { what: held })]),
    ...(rested === '' ? [] : [t('field:sync.rested', { what: rested })]),
  ];
  const line = apart.length === 0 ? received : apart.join('; ');
  // Their bytes have not left the device.
  if (photos.quarantined > 0)
    return online
      ? { icon: 'cloud', title: t('field:sync.waiting'), line }
      : { icon: 'cloud-off', title: t('field:sync.offline-kept'), line };
  if (rested !== '')
    return online
      ? { icon: 'cloud', title: t('field:sync.nothing-waits'), line }
      : { icon: 'cloud-off', title: t('field:sync.offline-clear'), line };
  if (!online) return { icon: 'cloud-off', title: t('field:sync.offline-clear'), line: received };
  if (status.allReceived) {
    return { icon: 'cloud-done', title: t('field:sync.all-received'), line };
  }
  return { icon: 'cloud', title: t('field:sync.nothing-yet'), line: received };
}
