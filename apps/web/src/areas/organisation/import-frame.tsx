import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import type { ReactNode } from 'react';
import { ImportReport } from './import-report.tsx';
import { csvOf, saveText } from './save-text.ts';
import type { useImport } from './use-import.ts';
import './import.css';

interface ImportFrameProps {
  readonly title: string;
  readonly lead: string;
  /** Back to the list that the import fills. */
  readonly crumb: ReactNode;
  readonly steps: ReturnType<typeof useImport>;
  /** The header row of a template, and its file name. */
  readonly template: readonly string[];
  readonly templateName: string;
  /** Added to what was checked when it is imported. */
  readonly also?: () => object;
  /** Shown with the result. */
  readonly afterwards?: ReactNode;
  /** The ways on when it is done. */
  readonly onward: ReactNode;
  readonly children: ReactNode;
}

/** The page of an import: the form, then what the check found, then what was imported. */
export function ImportFrame(props: ImportFrameProps) {
  const { t } = useMessages();
  const { title, lead, crumb, steps, template, templateName, also, afterwards, onward, children } = props;
  const { checked, done, busy, carryOut, again } = steps;
  const changes = checked ? checked.outcome.created + checked.outcome.updated : 0;
  return (
    <>
      <PageHeader
        title={title}
        crumb={crumb}
        here={title}
        subtitle={lead}
        acts={
          <Button icon="download" onClick={() => saveText(templateName, csvOf([template]))}>
            {t('organisation:template')}
          </Button>
        }
      />
      <div className="kc-page import-page">
        {done ? (
          <>
            <Notice tone="done" icon="done" role="status" title={t('organisation:report-done')} />
            <ImportReport outcome={done} />
          </>
        ) : (
          <>
            {children}
            {checked && (
              <section className="import-result" aria-live="polite">
                <h2>{t('organisation:report-checked')}</h2>
                <ImportReport outcome={checked.outcome} />
                {changes === 0 ? (
                  <p>{t('organisation:nothing-to-import')}</p>
                ) : (
                  <div className="kc-form-acts">
                    <Button kind="main" busy={busy} onClick={() => void carryOut(also?.())}>
                      {t('organisation:do-import', { count: changes })}
                    </Button>
                    <Button onClick={again}>{t('shell:cancel')}</Button>
                  </div>
                )}
              </section>
            )}
          </>
        )}
        {done && afterwards}
        {done && (
          <div className="kc-form-acts">
            {onward}
            <Button onClick={again}>{t('organisation:another-file')}</Button>
          </div>
        )}
      </div>
    </>
  );
}
