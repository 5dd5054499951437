import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { detailText, personText, placeText, type SecurityEvent } from './security-words.ts';

interface SecurityPanelProps {
  readonly event: SecurityEvent;
  readonly onAccount: (accountId: string) => void;
  readonly onDay: (day: string) => void;
  readonly onClose: () => void;
}

/** One event whole, and the ways to its neighbours: of the same account, of the same day. */
export function SecurityPanel({ event, onAccount, onDay, onClose }: SecurityPanelProps) {
  const { t } = useMessages();
  const { id, at, kind, accountId, byName, more } = event;
  const title = t(`security-log:kinds.${kind}`);
  const detail = detailText(event, t);
  return (
    <SidePanel
      label={title}
      number={t('security-log:number', { id })}
      title={title}
      subtitle={formatInstant(at)}
      onClose={onClose}
      acts={
        <>
          {accountId !== null && (
            <Button onClick={() => onAccount(accountId)}>{t('security-log:this-account')}</Button>
          )}
          <Button onClick={() => onDay(dateInVietnam(new Date(at)))}>{t('security-log:this-day')}</Button>
        </>
      }
    >
      {more && <Notice tone="soon">{t('security-log:more-text')}</Notice>}
      <Facts
        items={[
          [t('security-log:account'), personText(event, t)],
          ...(byName === null ? [] : ([[t('security-log:by'), byName]] as const)),
          [t('security-log:where'), placeText(event, t)],
          ...(detail === null ? [] : ([[t('security-log:detail'), detail]] as const)),
        ]}
      />
    </SidePanel>
  );
}
