import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { hasUnsent, type ListedDevice, lengthInWords, unsentInWords } from './device-words.ts';

/** What wants looking at: an order under way or carried out, unsent work, a wrong clock. */
export function DeviceNotices({ device }: { readonly device: ListedDevice }) {
  const { t, language } = useMessages();
  const { state, orders, clockOff, clockOffsetMs } = device;
  const order = state === 'wiped' ? orders.find(({ wipedAt }) => wipedAt !== null) : orders[0];
  return (
    <>
      {state === 'wiping' && order && (
        <Notice tone="late" title={t('device:wiping-title')}>
          <p>
            {order.fetchedAt
              ? t('device:wiping-fetched', { time: formatInstant(order.fetchedAt) })
              : t('device:wiping-waiting')}
          </p>
        </Notice>
      )}
      {state === 'wiped' && (
        <Notice tone="done" title={t('device:wiped-title')}>
          <p>{t(order?.cancelledAt ? 'device:wiped-late' : 'device:wiped-text')}</p>
        </Notice>
      )}
      {state !== 'wiped' && hasUnsent(device) && (
        <Notice tone="soon" title={t('device:unsent-title')}>
          <p>{t('device:unsent-text', { what: unsentInWords(device, t) })}</p>
        </Notice>
      )}
      {state !== 'wiped' && clockOff && (
        <Notice
          tone="soon"
          title={t('device:clock-off-title', { time: lengthInWords(clockOffsetMs ?? 0, language) })}
        >
          <p>{t('device:clock-off-text')}</p>
        </Notice>
      )}
    </>
  );
}
