import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMessages } from '../language.ts';
import { applyUpdate, useShellState } from './shell-worker.ts';

/**
 * A newer app is offered; the person chooses the moment. Shown on the list alone, where no form is open: nothing reloads
 * by itself, and drafts lie in the database.
 */
export function UpdateNotice() {
  const { t } = useMessages();
  const { update, switched } = useShellState();
  if (!update && !switched) return null;
  return (
    <Notice
      tone="act"
      icon="download"
      title={t('field:update.ready')}
      acts={
        <Button kind="line" size="touch" onClick={applyUpdate}>
          {t('field:update.apply')}
        </Button>
      }
    >
      {t('field:update.later')}
    </Notice>
  );
}
