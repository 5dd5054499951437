import type { RequirementDeadline } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { SubmitReport } from '@kycuong/domain/conclusion/submit-report.ts';
import { upgradeRequirements } from '@kycuong/domain/conclusion/upgrade-requirements.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { useSuspenseQueries } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { LastLook } from '../../decision/last-look.tsx';
import { Overtaken } from '../../decision/overtaken.tsx';
import { useLastLook } from '../../decision/use-last-look.ts';
import { useOpened } from '../../decision/use-opened.ts';
import { DraftNotice } from '../../draft/draft-notice.tsx';
import { fitted } from '../../draft/fitted.ts';
import { useDraft } from '../../draft/use-draft.ts';
import { usePersonDraft } from '../../draft/use-person-draft.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { useCommand } from '../../use-command.ts';
import type { RoundFinding } from './report-form.ts';
import { RequirementRows } from './requirement-rows.tsx';

export const reportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rounds/$roundId/report',
  component: ReportPage,
});

function ReportPage() {
  const { t } = useMessages();
  const { roundId } = reportRoute.useParams();
  const [{ data: round }, { data: findings }, { data: kept }] = useSuspenseQueries({
    queries: [
      trpc.planning.getRound.queryOptions({ roundId }),
      trpc.conclusion.listFindings.queryOptions({ roundId }),
      trpc.draft.get.queryOptions({ form: 'report', about: roundId }, { gcTime: 0 }),
    ],
  });
  const maySubmit = round.acts.submitReport;
  const { thing: open, letGo } = useOpened(roundId, maySubmit || undefined);
  // What was begun and left is shown too where the report has gone out since: nowhere else could it be read or thrown away.
  const [hasLeft, setHasLeft] = useState(kept !== null);
  const leave = () => {
    letGo();
    setHasLeft(false);
  };
  const back = (
    <Link to="/rounds/$roundId" params={{ roundId }} className={buttonClass()}>
      {t('conclusion:back-to-round')}
    </Link>
  );
  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link to="/rounds">{t('planning:title')}</Link> /{' '}
            <Link to="/rounds/$roundId" params={{ roundId }}>
              {round.code}
            </Link>
          </>
        }
        here={t('conclusion:report-title')}
        title={t('conclusion:report-title')}
        subtitle={round.name}
      />
      <div className="kc-page">
        {(open || hasLeft) && !maySubmit && (
          <Overtaken onLeave={leave}>
            <p>{back}</p>
          </Overtaken>
        )}
        {open || hasLeft ? (
          <ReportForm roundId={roundId} findings={findings} usualDue={round.answerDue} onDone={leave} />
        ) : (
          <EmptyState icon="document" title={t('conclusion:not-now')} act={back}>
            {t('conclusion:not-now-text')}
          </EmptyState>
        )}
      </div>
    </>
  );
}

interface ReportFormProps {
  readonly roundId: string;
  readonly findings: readonly RoundFinding[];
  /** What a requirement of this field starts with; the leader changes it as the matter asks. */
  readonly usualDue: RequirementDeadline;
  readonly onDone: () => void;
}

function ReportForm({ roundId, findings, usualDue, onDone }: ReportFormProps) {
  const { t } = useMessages();
  const navigate = useNavigate();
  const begun = usePersonDraft('report', roundId);
  const empty = () => ({
    conclusionId: uuidV7(),
    roundId,
    report: '',
    draft: { strengths: '', shortcomings: '', causes: '', recommendations: '' },
    requirements: findings.map(({ findingId }) => ({
      findingId,
      text: '',
      due: usualDue,
    })),
  });
  const [start] = useState(() => fitted(empty(), upgradeRequirements(begun.start.content)));
  const form = useDomainForm(SubmitReport, start);
  const draft = useDraft(form, begun, { empty });
  const { control } = form;
  const look = useLastLook(form);
  const { payload } = look;
  const { send, busy } = useCommand(trpc.conclusion.submitReport.mutationOptions(), {
    form,
    onDone: async () => {
      onDone();
      notifyDone(t('conclusion:submitted'));
      await navigate({ to: '/rounds/$roundId', params: { roundId } });
    },
    onRefused: () => look.close(),
  });
  return (
    <DomainForm form={form} onSubmit={look.open}>
      <DraftNotice draft={draft} />
      <FormSection number={1} title={t('conclusion:section-report')}>
        <TextAreaField
          control={control}
          name="report"
          rows={6}
          label={t('conclusion:report')}
          help={t('conclusion:report-help')}
        />
      </FormSection>
      <FormSection number={2} title={t('conclusion:section-draft')}>
        <TextAreaField control={control} name="draft.strengths" label={t('conclusion:strengths')} />
        <TextAreaField control={control} name="draft.shortcomings" label={t('conclusion:shortcomings')} />
        <TextAreaField control={control} name="draft.causes" label={t('conclusion:causes')} />
        <TextAreaField
          control={control}
          name="draft.recommendations"
          label={t('conclusion:recommendations')}
        />
      </FormSection>
      <RequirementRows form={form} findings={findings} usualDue={usualDue} />
      <p className="kc-field-help">{t('conclusion:report-lead')}</p>
      {payload === undefined ? (
        <div className="kc-form-acts">
          <Button type="submit" kind="main" icon="send">
            {t('conclusion:submit')}
          </Button>
          <Link to="/rounds/$roundId" params={{ roundId }} className={buttonClass()}>
            {t('shell:cancel')}
          </Link>
        </div>
      ) : (
        <LastLook
          title={t('conclusion:submit-title')}
          lead={t('conclusion:submit-lead')}
          follows={[
            t('conclusion:submit-asked', { count: payload.requirements.length }),
            t('conclusion:submit-goes'),
            t('conclusion:submit-final'),
          ]}
          confirm={t('conclusion:submit-confirm')}
          busy={busy}
          onConfirm={() => void draft.during(() => send(payload))}
          onCancel={look.close}
        />
      )}
    </DomainForm>
  );
}
