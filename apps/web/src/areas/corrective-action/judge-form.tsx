import { ReturnCorrectiveAction } from '@kycuong/domain/corrective-action/return-corrective-action.ts';
import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useCommand } from '../../use-command.ts';
import type { ActionDetails } from './action-details.ts';

/** Accept, or return with a reason that the unit reads word for word. */
export function JudgeForm({ action }: { readonly action: ActionDetails }) {
  const { t } = useMessages();
  const [returning, setReturning] = useState(false);
  const { actionId, code } = action;
  const accept = useCommand(trpc.correctiveAction.accept.mutationOptions(), {
    onDone: () => notifyDone(t('corrective-action:accept-done', { code })),
  });
  return (
    <MatterSection title={t('corrective-action:judge-title')}>
      {returning ? (
        <ReturnForm action={action} onCancel={() => setReturning(false)} />
      ) : (
        <div className="kc-form-acts">
          <Button kind="main" icon="check" busy={accept.busy} onClick={() => void accept.send({ actionId })}>
            {t('corrective-action:accept')}
          </Button>
          <Button icon="undo" onClick={() => setReturning(true)}>
            {t('corrective-action:return')}
          </Button>
        </div>
      )}
    </MatterSection>
  );
}

interface ReturnFormProps {
  readonly action: ActionDetails;
  readonly onCancel: () => void;
}

function ReturnForm({ action, onCancel }: ReturnFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(ReturnCorrectiveAction, { actionId: action.actionId, reason: '' });
  const { send, busy } = useCommand(trpc.correctiveAction.return.mutationOptions(), {
    form,
    onDone: () => notifyDone(t('corrective-action:return-done', { code: action.code })),
  });
  return (
    <DomainForm form={form} onSubmit={send}>
      <TextAreaField
        control={form.control}
        name="reason"
        label={t('corrective-action:return-reason')}
        help={t('corrective-action:return-help')}
      />
      <div className="kc-form-acts">
        <Button type="submit" kind="main" icon="undo" busy={busy}>
          {t('corrective-action:return-open')}
        </Button>
        <Button onClick={onCancel}>{t('corrective-action:judge-cancel')}</Button>
      </div>
    </DomainForm>
  );
}
