import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import type { ImportSteps } from './use-import.ts';

/** Looks the file through first; once that is done, another act is the main one. */
export function CheckAct({ steps }: { readonly steps: ImportSteps }) {
  const { t } = useMessages();
  return (
    <div className="kc-form-acts">
      <Button
        type="submit"
        kind={steps.checked ? 'plain' : 'main'}
        busy={steps.busy && steps.checked === undefined}
      >
        {t(steps.checking ? 'import:checking' : 'import:check')}
      </Button>
      <span className="kc-meta">{t('import:check-first')}</span>
      <span role="status" className="kc-hidden">
        {steps.checking && t('import:checking')}
      </span>
    </div>
  );
}
