import { PanelSection, SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatBytes, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { Overtaken } from '../../decision/overtaken.tsx';
import { useOpened } from '../../decision/use-opened.ts';
import { useCommand } from '../../use-command.ts';
import { DeviceHistory } from './device-history.tsx';
import { DeviceNotices } from './device-notices.tsx';
import { DeviceStateWord } from './device-state-word.tsx';
import { type ListedDevice, lengthInWords, unsentInWords } from './device-words.ts';
import { OrderWipeForm } from './order-wipe-form.tsx';

interface DevicePanelProps {
  readonly device: ListedDevice;
  readonly onClose: () => void;
}

/** One device: what it last told of itself, who uses it, what happened, and the order to wipe it. */
export function DevicePanel({ device, onClose }: DevicePanelProps) {
  const { t, language } = useMessages();
  const [ordering, setOrdering] = useState(false);
  const { send: cancel, busy } = useCommand(trpc.device.cancelWipe.mutationOptions());
  const { id, label, users, state, unitName, platform, appVersion, freeBytes, storageKept } = device;
  const { clockOffsetMs, clockOff, lastContactAt, lastContactDeviceAt } = device;
  const open = state === 'wiping' ? device.orders[0] : undefined;
  const mayOrder = !open && state !== 'wiped';
  const { thing: order, isOvertaken } = useOpened(ordering ? id : undefined, mayOrder || undefined);
  const storage = [
    storageKept !== null && t(storageKept ? 'device:storage-kept' : 'device:storage-not-kept'),
    freeBytes !== null && t('device:storage-free', { size: formatBytes(freeBytes, language) }),
  ].filter(Boolean);
  const clock =
    clockOffsetMs === null || !clockOff
      ? t('device:clock-right')
      : t(clockOffsetMs > 0 ? 'device:clock-behind' : 'device:clock-ahead', {
          time: lengthInWords(clockOffsetMs, language),
        });
  const told =
    lastContactAt === null
      ? []
      : ([
          [t('device:storage'), storage.join(' · ') || '–'],
          [
            t('device:clock'),
            clockOff && lastContactDeviceAt
              ? `${clock} (${t('device:device-time', { time: formatInstant(lastContactDeviceAt) })})`
              : clock,
          ],
          [t('device:version'), appVersion ?? '–'],
        ] as const);
  return (
    <SidePanel
      label={label}
      number={t('device:id-short', { id: id.slice(-8) })}
      title={label}
      subtitle={unitName ?? '–'}
      onClose={onClose}
      acts={
        <>
          {open && (
            <Button icon="undo" busy={busy} onClick={() => void cancel({ orderId: open.id })}>
              {t('device:cancel-wipe')}
            </Button>
          )}
          {mayOrder && !ordering && (
            <Button icon="trash" onClick={() => setOrdering(true)}>
              {t('device:order-wipe')}
            </Button>
          )}
          <Link to="/trail" search={{ thing: id }} className={buttonClass()}>
            {t('device:open-trail')}
          </Link>
        </>
      }
    >
      <DeviceStateWord state={state} />
      <DeviceNotices device={device} />
      {isOvertaken && <Overtaken />}
      {order && <OrderWipeForm deviceId={id} onClose={() => setOrdering(false)} />}
      <Facts
        items={[
          [t('device:last-contact'), lastContactAt ? formatInstant(lastContactAt) : t('device:never')],
          [t('device:unsent'), unsentInWords(device, t)],
          ...told,
          [t('device:platform'), platform],
        ]}
      />
      <PanelSection title={t('device:section-users')}>
        <ul>
          {users.map(({ accountId, fullName, firstSeenAt, lastSeenAt }) => (
            <li key={accountId}>
              <Link to="/accounts" search={{ open: accountId }}>
                {fullName}
              </Link>
              <p className="kc-meta kc-figures">
                {t('device:user-seen', {
                  from: formatInstant(firstSeenAt),
                  until: formatInstant(lastSeenAt),
                })}
              </p>
            </li>
          ))}
        </ul>
      </PanelSection>
      <PanelSection title={t('device:section-history')}>
        <DeviceHistory device={device} />
      </PanelSection>
      {state !== 'wiped' && (
        <PanelSection title={t('device:lost')}>
          <ol className="device-steps">
            {([1, 2, 3, 4] as const).map((step) => (
              <li key={step}>{t(`device:lost-${step}`)}</li>
            ))}
          </ol>
        </PanelSection>
      )}
    </SidePanel>
  );
}
