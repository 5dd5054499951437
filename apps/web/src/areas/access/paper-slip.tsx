import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useFocusHere } from '../../decision/use-focus-here.ts';
import type { OpenedAccount } from './opened-account.ts';

interface PaperSlipProps {
  readonly person: Pick<OpenedAccount, 'fullName' | 'username' | 'unitName'>;
  readonly code: string;
  readonly until: string;
  readonly onClose: () => void;
}

/** The slip that goes over on paper, alone on the sheet when it is printed. */
export function PaperSlip({ person, code, until, onClose }: PaperSlipProps) {
  const { t } = useMessages();
  const place = useFocusHere();
  const { fullName, username, unitName } = person;
  return (
    <section ref={place} className="paper-slip" aria-label={t('access:slip')} tabIndex={-1}>
      <Notice tone="soon" icon="key" role="status" title={t('access:slip-ready')}>
        {t('access:slip-once')}
      </Notice>
      <div className="paper-slip-sheet">
        <h3>{t('access:slip')}</h3>
        <Facts
          items={[
            [t('access:full-name'), unitName === null ? fullName : `${fullName}, ${unitName}`],
            [t('access:slip-address'), window.location.origin],
            [t('access:username'), username],
            [t('access:slip-code'), <code key="code">{code}</code>],
            [t('access:slip-until'), formatInstant(until)],
          ]}
        />
        <p>{t('access:slip-how')}</p>
      </div>
      <div className="kc-form-acts">
        <Button kind="main" icon="print" onClick={() => window.print()}>
          {t('access:slip-print')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('access:slip-done')}
        </Button>
      </div>
    </section>
  );
}
