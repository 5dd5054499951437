import { dateInVietnam, isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { AnswerCorrectiveAction } from '@kycuong/domain/corrective-action/answer-corrective-action.ts';
import { WorkHead } from '@kycuong/ui/console/matter.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { trpc } from '../../api.ts';
import { Overtaken } from '../../decision/overtaken.tsx';
import { DraftNotice } from '../../draft/draft-notice.tsx';
import { fitted } from '../../draft/fitted.ts';
import { savedIcon, useSavedWords } from '../../draft/saved-words.ts';
import { useDraft } from '../../draft/use-draft.ts';
import { useUploads } from '../../evidence/use-uploads.ts';
import { useCommand } from '../../use-command.ts';
import { ActionHead, monthOf } from './action-head.tsx';
import { ActionMatter, usePhone } from './action-matter.tsx';
import { actionQuery, type ShownAction } from './action-query.ts';
import { answerGaps } from './answer-gaps.ts';
import { EarlierAnswers } from './earlier-answers.tsx';
import { GapsNotice } from './gaps-notice.tsx';
import { PartState } from './part-state.tsx';
import { PlanField } from './plan-field.tsx';
import { ProofField } from './proof-field.tsx';
import { draftOf, startingContent } from './starting-content.ts';
import { useAnswerDraft } from './use-answer-draft.ts';
import { useOffice } from './use-office.ts';

interface AnswerPageProps {
  readonly action: ShownAction;
  /** Someone else of the unit has sent an answer since the page was opened. */
  readonly isOvertaken: boolean;
  /** The writing is over: it was sent, or is left. */
  readonly onLeave: () => void;
}

/** Where the unit writes its answer: saved as one goes, sent when its four parts are there. */
export function AnswerPage({ action, isOvertaken, onLeave }: AnswerPageProps) {
  const { t } = useMessages();
  const formId = useId();
  const phone = usePhone();
  const office = useOffice(action);
  const savedWords = useSavedWords();
  const queries = useQueryClient();
  const begun = useAnswerDraft(action);
  const empty = () => {
    const { plan, evidenceIds, ...texts } = startingContent({ ...action, draft: null });
    return { ...texts, plan: plan.map((row) => ({ ...row })), evidenceIds: [...evidenceIds] };
  };
  const [start] = useState(() => fitted(empty(), begun.start.content));
  const form = useDomainForm(AnswerCorrectiveAction, start);
  const values = useWatch({ control: form.control, compute: (all: AnswerCorrectiveAction) => all });
  const draft = useDraft(form, begun, { empty, kept: (all) => draftOf(all) });
  const { send, busy } = useCommand(trpc.correctiveAction.answer.mutationOptions(), {
    form,
    onDone: onLeave,
  });

  const uploads = useUploads({
    target: { kind: 'corrective-action', id: action.actionId },
    known: action.evidence.proofs,
    onAttached: (evidenceId) => {
      const ids = form.getValues('evidenceIds');
      if (!ids.includes(evidenceId))
        form.setValue('evidenceIds', [...ids, evidenceId], { shouldDirty: true, shouldValidate: false });
      form.clearErrors('evidenceIds');
    },
    onArrived: () => void queries.invalidateQueries({ queryKey: actionQuery(action.actionId).queryKey }),
  });
  const awaited = action.evidence.proofs.filter(
    ({ evidenceId, status }) =>
      status === 'awaited' &&
      values.evidenceIds.includes(evidenceId) &&
      !uploads.files.some(({ id, phase }) => id === evidenceId && phase === 'arrived'),
  );
  const under = uploads.files.filter(
    ({ id, phase }) => phase !== 'arrived' && !awaited.some(({ evidenceId }) => evidenceId === id),
  );
  const gaps = answerGaps(values, action.issuedOn, under.length + awaited.length);
  const written = 4 - new Set(gaps.map(({ part }) => part)).size;
  const planDue =
    values.plan
      .map(({ dueOn }) => dueOn)
      .filter(isPlainDate)
      .toSorted()
      .at(-1) || null;

  const submit = async (payload: AnswerCorrectiveAction) => {
    if (under.length + awaited.length > 0) {
      form.setError('evidenceIds', { message: t('corrective-action:proof-under-way') });
      return;
    }
    await draft.during(() => send(payload));
  };

  const sendButton = (
    <Button type="submit" form={formId} kind="main" icon="send" busy={busy}>
      {t('corrective-action:send')}
    </Button>
  );
  const saved = draft.saving.kind === 'new' ? t('corrective-action:not-begun') : savedWords(draft.saving);
  const [last] = action.answers;
  return (
    <>
      <ActionHead action={action} acts={!phone && sendButton} />
      <ActionMatter action={action} planDue={planDue} written={action.draft ? written : null}>
        <WorkHead
          title={t('corrective-action:answer-of', { unit: action.unit.name })}
          saved={phone ? undefined : saved}
          icon={savedIcon(draft.saving)}
        />
        {isOvertaken && (
          <Overtaken onLeave={onLeave}>
            {last && (
              <p>
                {t('corrective-action:answer-by', {
                  name: last.submittedBy,
                  when: formatInstant(last.submittedAt),
                })}
              </p>
            )}
          </Overtaken>
        )}
        {last?.outcome === 'returned' && (
          <Notice
            tone="soon"
            icon="undo"
            title={t('corrective-action:returned-title', {
              office,
              date: formatDate(dateInVietnam(new Date(last.outcomeAt ?? last.submittedAt))),
            })}
          >
            <p className="action-quote">{last.outcomeReason}</p>
          </Notice>
        )}
        <DomainForm form={form} id={formId} onSubmit={submit}>
          <DraftNotice draft={draft} told />
          <TextAreaField
            control={form.control}
            name="cause"
            label={`1. ${t('corrective-action:cause')}`}
            help={
              action.repeats
                ? t('corrective-action:cause-help-repeat', { month: monthOf(action.repeats.foundOn) })
                : t('corrective-action:cause-help')
            }
            aside={<PartState gaps={gaps} part={1} begun={false} />}
            rows={2}
          />
          <TextAreaField
            control={form.control}
            name="correction"
            label={`2. ${t('corrective-action:correction')}`}
            help={t('corrective-action:correction-help')}
            aside={<PartState gaps={gaps} part={2} begun={false} />}
            rows={1}
          />
          <PlanField
            control={form.control}
            issuedOn={action.issuedOn}
            state={
              <PartState
                gaps={gaps}
                part={3}
                begun={!gaps.some(({ key }) => key === 'corrective-action:gap-plan')}
              />
            }
          />
          <ProofField
            control={form.control}
            proofs={action.evidence.proofs}
            uploads={uploads}
            state={<PartState gaps={gaps} part={4} begun={values.evidenceIds.length + under.length > 0} />}
          />
          <GapsNotice gaps={gaps} action={action} />
        </DomainForm>
        <EarlierAnswers action={action} answers={action.answers} />
      </ActionMatter>
      {phone && (
        <div className="kc-page-foot">
          <p role="status">
            {saved}
            {gaps.length > 0 && `. ${t('corrective-action:gaps-short', { count: gaps.length })}`}
          </p>
          {sendButton}
        </div>
      )}
    </>
  );
}
