import { Timeline, type TimelineEntry } from '@kycuong/ui/console/timeline.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { type Translate, useMessages } from '@kycuong/ui/i18n.ts';
import type { ListedDevice } from './device-words.ts';

interface Happened extends TimelineEntry {
  readonly at: string;
}

function ofOrder(order: ListedDevice['orders'][number], t: Translate): Happened[] {
  const { id, reason, orderedAt, orderedBy, fetchedAt, cancelledAt, cancelledBy, wipedAt, report } = order;
  const entry = (
    step: string,
    at: string,
    facts: Pick<TimelineEntry, 'icon' | 'what'>,
    who: string | null = null,
  ): Happened => ({
    ...facts,
    id: `${id} ${step}`,
    at,
    meta: [formatInstant(at), who].filter(Boolean).join(' · '),
  });
  return [
    entry('ordered', orderedAt, { icon: 'trash', what: t('device:history-ordered', { reason }) }, orderedBy),
    ...(fetchedAt
      ? [entry('fetched', fetchedAt, { icon: 'download', what: t('device:history-fetched') })]
      : []),
    ...(cancelledAt
      ? [entry('cancelled', cancelledAt, { icon: 'undo', what: t('device:history-cancelled') }, cancelledBy)]
      : []),
    ...(wipedAt && report
      ? [
          entry('wiped', wipedAt, {
            icon: 'done',
            what: (
              <>
                <span>{t('device:history-wiped', report.destroyed)}</span>{' '}
                <span className="kc-meta">
                  {report.handedIn.sealedFiles > 0
                    ? t('device:history-handed-in-sealed', { count: report.handedIn.sealedFiles })
                    : t('device:history-handed-in', report.handedIn)}
                </span>
              </>
            ),
          }),
        ]
      : []),
  ];
}

/** What happened to a device, the latest first. */
export function DeviceHistory({ device }: { readonly device: ListedDevice }) {
  const { t } = useMessages();
  const registered: Happened = {
    id: 'registered',
    at: device.registeredAt,
    icon: 'tablet',
    what: t('device:history-registered'),
    meta: formatInstant(device.registeredAt),
  };
  const people = device.users.map(
    ({ accountId, fullName, firstSeenAt }): Happened => ({
      id: accountId,
      at: firstSeenAt,
      icon: 'person',
      what: t('device:history-user', { name: fullName }),
      meta: formatInstant(firstSeenAt),
    }),
  );
  const all = [registered, ...people, ...device.orders.flatMap((order) => ofOrder(order, t))];
  return <Timeline entries={all.toSorted((one, other) => (one.at < other.at ? 1 : -1))} />;
}
