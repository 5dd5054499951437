import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { type ReactNode, useContext } from 'react';
import { GiveUpContext } from './give-up-context.ts';

interface OvertakenProps {
  /** Where the form has no way out of its own. */
  readonly onLeave?: () => void;
  /** What happened meanwhile, where it is known. */
  readonly children?: ReactNode;
}

/** Over a form whose act somebody else has done since it was opened: what was typed stays to be read and copied. */
export function Overtaken({ onLeave, children }: OvertakenProps) {
  const { t } = useMessages();
  const giveUp = useContext(GiveUpContext);
  const leave =
    onLeave &&
    (() => {
      giveUp();
      onLeave();
    });
  return (
    <Notice
      tone="soon"
      icon="warning"
      role="alert"
      title={t('shell:overtaken-title')}
      acts={leave && <Button onClick={leave}>{t('shell:overtaken-leave')}</Button>}
    >
      {children}
      <p>{t(onLeave ? 'shell:overtaken-text' : 'shell:overtaken-text-cancel')}</p>
    </Notice>
  );
}
