import { AcceptCorrectiveAction } from '@kycuong/domain/corrective-action/accept-corrective-action.ts';
import { ReturnCorrectiveAction } from '@kycuong/domain/corrective-action/return-corrective-action.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { useCommand } from '../../use-command.ts';
import { actionQuery } from './action-query.ts';

interface JudgeFormProps {
  readonly actionId: string;
  /** The answer that was on the page when the decision was begun. */
  readonly answerId: string;
  readonly onCancel: () => void;
}

/** Whoever is told that another answer stands by now, sees it at once. */
function useShowAnew(actionId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: actionQuery(actionId).queryKey });
}

export function AcceptForm({ actionId, answerId, onCancel }: JudgeFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(AcceptCorrectiveAction, { actionId, answerId, note: '' });
  const { send, busy } = useCommand(trpc.correctiveAction.accept.mutationOptions(), {
    form,
    onRefused: useShowAnew(actionId),
  });
  return (
    <Decision title={t('corrective-action:accept-confirm')}>
      <DomainForm form={form} onSubmit={send}>
        <TextAreaField
          control={form.control}
          name="note"
          label={t('corrective-action:accept-note')}
          help={t('corrective-action:accept-help')}
          rows={2}
        />
        <DecisionActs confirm={t('corrective-action:accept-confirm')} busy={busy} onCancel={onCancel} />
      </DomainForm>
    </Decision>
  );
}

export function ReturnForm({ actionId, answerId, onCancel }: JudgeFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(ReturnCorrectiveAction, { actionId, answerId, reason: '' });
  const { send, busy } = useCommand(trpc.correctiveAction.return.mutationOptions(), {
    form,
    onRefused: useShowAnew(actionId),
  });
  return (
    <Decision title={t('corrective-action:return-confirm')}>
      <DomainForm form={form} onSubmit={send}>
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('corrective-action:return-reason')}
          help={t('corrective-action:return-help')}
        />
        <DecisionActs confirm={t('corrective-action:return-confirm')} busy={busy} onCancel={onCancel} />
      </DomainForm>
    </Decision>
  );
}
