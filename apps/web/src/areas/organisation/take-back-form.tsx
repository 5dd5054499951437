import { TakeBackImport } from '@kycuong/domain/organisation/take-back-import.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';

interface TakeBackFormProps {
  readonly importId: string;
  readonly onClose: () => void;
}

export function TakeBackForm({ importId, onClose }: TakeBackFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(TakeBackImport, { importId, reason: '' });
  const { send, busy } = useCommand(trpc.organisation.takeBackImport.mutationOptions(), {
    form,
    onDone: () => {
      onClose();
      notifyDone(t('list-import:take-back-done'));
    },
  });
  return (
    <Decision title={t('list-import:take-back')}>
      <p>{t('list-import:take-back-text')}</p>
      <KeptForm form={form} title={t('list-import:take-back')} name="take-back" onSubmit={send}>
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('list-import:take-back-reason')}
          rows={2}
        />
        <DecisionActs confirm={t('list-import:take-back')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
