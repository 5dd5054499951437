import { MarkLinkMistaken } from '@kycuong/domain/organisation/mark-link-mistaken.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';

interface MarkLinkFormProps {
  readonly linkId: string;
  /** On the other side of the link. */
  readonly name: string;
  readonly onClose: () => void;
}

export function MarkLinkForm({ linkId, name, onClose }: MarkLinkFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(MarkLinkMistaken, { linkId, reason: '' });
  const { send, busy } = useCommand(trpc.organisation.markLinkMistaken.mutationOptions(), {
    form,
    onDone: () => {
      onClose();
      notifyDone(t('list-import:mark-done'));
    },
  });
  return (
    <Decision title={t('list-import:mark-link-title', { name })}>
      <p>{t('list-import:mark-link-text')}</p>
      <KeptForm
        form={form}
        title={t('list-import:mark-link-title', { name })}
        name={`mark-link-${linkId}`}
        onSubmit={send}
      >
        <TextAreaField control={form.control} name="reason" label={t('list-import:mark-reason')} rows={2} />
        <DecisionActs confirm={t('list-import:by-mistake')} busy={busy} onCancel={onClose} />
      </KeptForm>
    </Decision>
  );
}
