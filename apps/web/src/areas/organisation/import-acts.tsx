import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import type { ImportOutcome } from './send-import.ts';
import type { ImportSteps } from './use-import.ts';

interface ImportActsProps {
  readonly steps: ImportSteps;
  readonly outcome: ImportOutcome;
  /** Added to what was checked when it is imported. */
  readonly also: (() => object) | undefined;
}

/** The way on from a check: to import exactly that, or to check again where answers were given since. */
export function ImportActs({ steps, outcome, also }: ImportActsProps) {
  const { t } = useMessages();
  const { busy, failure, unsettled } = steps;
  const changes = outcome.created + outcome.updated;
  if (!unsettled && changes === 0) return <p>{t('import:nothing-to-import')}</p>;
  return (
    <div className="import-acts">
      {failure !== undefined && <Notice tone="late" role="alert" title={failure} />}
      {unsettled && <p role="status">{t('import:answers-changed')}</p>}
      <div className="kc-form-acts">
        {unsettled ? (
          <Button kind="main" busy={busy} onClick={steps.checkAgain}>
            {t(steps.checking ? 'import:checking' : 'import:check-again')}
          </Button>
        ) : (
          <Button kind="main" busy={busy} onClick={() => void steps.carryOut(also?.())}>
            {t('import:do-import', { count: changes })}
          </Button>
        )}
      </div>
    </div>
  );
}
