import { AcceptCorrectiveAction } from '@kycuong/domain/corrective-action/accept-corrective-action.ts';
import { ReturnCorrectiveAction } from '@kycuong/domain/corrective-action/return-corrective-action.ts';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';

interface JudgeFormProps {
  readonly actionId: string;
  /** The answer that is judged: the one that was on the page when the decision was begun, or was read since. */
  readonly answerId: string;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

export function AcceptForm({ actionId, answerId, onDone, onCancel }: JudgeFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(AcceptCorrectiveAction, { actionId, answerId, note: '' });
  const { send, busy } = useCommand(trpc.correctiveAction.accept.mutationOptions(), {
    form,
    onDone,
  });
  return (
    <Decision title={t('corrective-action:accept-confirm')}>
      <KeptForm
        form={form}
        title={t('corrective-action:accept-confirm')}
        name={`accept-${answerId}`}
        onSubmit={(payload) => send({ ...payload, answerId })}
      >
        <TextAreaField
          control={form.control}
          name="note"
          label={t('corrective-action:accept-note')}
          help={t('corrective-action:accept-help')}
          rows={2}
        />
        <DecisionActs confirm={t('corrective-action:accept-confirm')} busy={busy} onCancel={onCancel} />
      </KeptForm>
    </Decision>
  );
}

export function ReturnForm({ actionId, answerId, onDone, onCancel }: JudgeFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(ReturnCorrectiveAction, { actionId, answerId, reason: '' });
  const { send, busy } = useCommand(trpc.correctiveAction.return.mutationOptions(), {
    form,
    onDone,
  });
  return (
    <Decision title={t('corrective-action:return-confirm')}>
      <KeptForm
        form={form}
        title={t('corrective-action:return-confirm')}
        name={`return-${answerId}`}
        onSubmit={(payload) => send({ ...payload, answerId })}
      >
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('corrective-action:return-reason')}
          help={t('corrective-action:return-help')}
        />
        <DecisionActs confirm={t('corrective-action:return-confirm')} busy={busy} onCancel={onCancel} />
      </KeptForm>
    </Decision>
  );
}
