import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { AnswerCorrectiveAction } from '@kycuong/domain/corrective-action/answer-corrective-action.ts';
import { agencyName } from '@kycuong/domain/organisation/agency-name.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { WorkHead } from '@kycuong/ui/console/matter.tsx';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useWatch } from 'react-hook-form';
import { trpc } from '../../api.ts';
import { useCommand } from '../../use-command.ts';
import type { ActionDetails } from './action-details.ts';
import { answerGaps } from './answer-gaps.ts';
import { AnswerText } from './answer-text.tsx';
import { GapNotice, GapState } from './gap-notice.tsx';
import { PlanTable } from './plan-table.tsx';
import { ProofField } from './proof-field.tsx';
import { startingAnswer } from './starting-answer.ts';
import { savedWords, useAutosave } from './use-autosave.ts';

/** So that the page's main act, in the head, belongs to the form. */
export const answerFormId = 'answer';

export function AnswerForm({ action }: { readonly action: ActionDetails }) {
  const { t } = useMessages();
  const { actionId } = action;
  const form = useDomainForm(AnswerCorrectiveAction, { actionId, ...startingAnswer(action) });
  const values = useWatch({ control: form.control, compute: (all) => all });
  const saved = useAutosave(actionId, values, action.draft?.savedAt ?? null);
  const gaps = answerGaps(values);
  const { send, busy } = useCommand(trpc.correctiveAction.answer.mutationOptions(), {
    form,
    onDone: () => notifyDone(t('corrective-action:sent', { code: action.code })),
  });
  const last = action.answers[0];
  const focus = (field: string) => document.getElementById(`${answerFormId}-${field}`)?.focus();
  return (
    <form
      id={answerFormId}
      className="answer-form"
      noValidate
      onSubmit={(event) => {
        void form.handleSubmit(
          async (payload) => {
            saved.stop();
            await send(payload);
          },
          () => focus(gaps[0]?.field ?? 'cause'),
        )(event);
      }}
    >
      <WorkHead
        title={t('corrective-action:answer-of', { unit: agencyName(action.unit.name) })}
        saved={saved.state.kind !== 'none' && savedWords(saved.state, t)}
      />
      {last?.outcome === 'returned' && last.outcomeAt && (
        <Notice
          tone="soon"
          icon="undo"
          title={t('corrective-action:returned-title', {
            date: formatDate(dateInVietnam(new Date(last.outcomeAt))),
          })}
        >
          <p>{last.outcomeReason}</p>
        </Notice>
      )}
      {(['cause', 'correction'] as const).map((name, index) => (
        <FormSection
          key={name}
          number={index + 1}
          title={t(`corrective-action:${name}`)}
          help={t(`corrective-action:${name}-help`)}
          state={<GapState gaps={gaps.filter(({ section }) => section === name)} />}
        >
          <AnswerText form={form} name={name} label={t(`corrective-action:${name}`)} />
        </FormSection>
      ))}
      <FormSection
        number={3}
        title={t('corrective-action:plan')}
        state={<GapState gaps={gaps.filter(({ section }) => section === 'plan')} />}
      >
        <PlanTable form={form} />
      </FormSection>
      <FormSection
        number={4}
        title={t('corrective-action:proof')}
        help={t('corrective-action:proof-help')}
        state={<GapState gaps={gaps.filter(({ section }) => section === 'proof')} />}
      >
        <ProofField form={form} action={action} />
      </FormSection>
      {form.formState.errors.root?.refused && (
        <Notice tone="late" role="alert">
          {form.formState.errors.root.refused.message}
        </Notice>
      )}
      <GapNotice gaps={gaps} onGo={focus} />
      <div className="answer-foot">
        <span>{savedWords(saved.state, t)}</span>
        <Button type="submit" kind="main" icon="send" busy={busy} size="touch">
          {t('corrective-action:send')}
        </Button>
      </div>
    </form>
  );
}
