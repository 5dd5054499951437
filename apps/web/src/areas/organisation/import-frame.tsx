import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { ImportActs } from './import-acts.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportLines } from './import-lines.tsx';
import { ImportQuestions } from './import-questions.tsx';
import { ImportReport } from './import-report.tsx';
import { ImportTemplateActs } from './import-template-acts.tsx';
import type { ImportSteps } from './use-import.ts';
import './import.css';

interface ImportFrameProps {
  readonly title: string;
  readonly lead: string;
  /** Back to the list that the import fills. */
  readonly crumb: ReactNode;
  readonly steps: ImportSteps;
  /** Added to what was checked when it is imported. */
  readonly also?: () => object;
  /** Shown with the result. */
  readonly afterwards?: ReactNode;
  /** The ways on when it is done. */
  readonly onward: ReactNode;
  /** Asks whether the result may go. */
  readonly mayLeave?: () => Promise<boolean>;
  readonly children: ReactNode;
}

/** The page of an import: the form, then what the check found, then what was imported. */
export function ImportFrame(props: ImportFrameProps) {
  const { t } = useMessages();
  const { title, lead, crumb, steps, also, afterwards, onward, mayLeave, children } = props;
  const { checked, done, again } = steps;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasDone = useRef(false);
  // Whoever asked is led to the answer, and a screen reader begins with it; whoever goes on, to the next file.
  useEffect(() => {
    if (checked || done) heading.current?.focus();
    else if (wasDone.current) document.getElementById(steps.formId)?.querySelector('input')?.focus();
    wasDone.current = done !== undefined;
  }, [checked, done, steps.formId]);
  return (
    <>
      <PageHeader
        title={title}
        crumb={crumb}
        here={title}
        subtitle={lead}
        acts={<ImportTemplateActs list={steps.list} />}
      />
      <div className="kc-page import-page">
        {done ? (
          <>
            <h2 ref={heading} tabIndex={-1} className="import-heading">
              <Icon name="done" /> {t('import:report-done')}
            </h2>
            <ImportReport outcome={done} over />
            <ImportLines title="import:left-title" file="dong-chua-lam.csv" faults={done.asked} />
          </>
        ) : (
          <>
            {children}
            {!checked && <ImportColumns list={steps.list} />}
            {checked && (
              <section className="import-result">
                <h2 ref={heading} tabIndex={-1} className="import-heading">
                  {t('import:report-checked')}
                </h2>
                <ImportReport outcome={checked.outcome}>
                  <ImportQuestions steps={steps} />
                </ImportReport>
                <ImportActs steps={steps} outcome={checked.outcome} also={also} />
              </section>
            )}
          </>
        )}
        {done && afterwards}
        {done && (
          <div className="kc-form-acts">
            {onward}
            {checked && (
              <Link to="/imports/$importId" params={{ importId: checked.id }} className={buttonClass()}>
                {t('list-import:open-import')}
              </Link>
            )}
            <Button onClick={async () => (!mayLeave || (await mayLeave())) && again()}>
              {t('import:another-file')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
