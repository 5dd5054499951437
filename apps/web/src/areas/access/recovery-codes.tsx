import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useFocusHere } from '../../decision/use-focus-here.ts';
import { saveText } from '../organisation/save-text.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shown this once: only their hashes are kept. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useMessages();
  const place = useFocusHere();
  return (
    <section
      ref={place}
      className="recovery-codes"
      aria-label={t('second-factor:recovery-codes')}
      tabIndex={-1}
    >
      <Notice tone="soon" icon="key" role="status" title={t('second-factor:on')}>
        {t('second-factor:recovery-lead')}
      </Notice>
      <ol aria-label={t('second-factor:recovery-codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="kc-form-acts">
        <Button kind="main" onClick={onKept}>
          {t('second-factor:recovery-kept')}
        </Button>
        <Button icon="download" onClick={() => saveText('ma-du-phong.txt', `${codes.join('\r\n')}\r\n`)}>
          {t('second-factor:recovery-save')}
        </Button>
      </div>
    </section>
  );
}
