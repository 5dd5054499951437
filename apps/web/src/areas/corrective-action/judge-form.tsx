import { AcceptCorrectiveAction } from '@kycuong/domain/corrective-action/accept-corrective-action.ts';
import { ReturnCorrectiveAction } from '@kycuong/domain/corrective-action/return-corrective-action.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { type ReactNode, useEffect, useRef } from 'react';
import { trpc } from '../../api.ts';
import { useCommand } from '../../use-command.ts';

interface JudgeFormProps {
  readonly actionId: string;
  readonly onCancel: () => void;
}

/** Comes up under the answer, so that it can still be read; the first field takes the focus. */
function Judge({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'end' });
    place.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={place} className="judge" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Acts({
  confirm,
  busy,
  onCancel,
}: {
  readonly confirm: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
}) {
  const { t } = useMessages();
  return (
    <div className="kc-form-acts">
      <Button type="submit" kind="main" busy={busy}>
        {confirm}
      </Button>
      <Button kind="quiet" onClick={onCancel}>
        {t('corrective-action:judge-cancel')}
      </Button>
    </div>
  );
}

export function AcceptForm({ actionId, onCancel }: JudgeFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(AcceptCorrectiveAction, { actionId, note: '' });
  const { send, busy } = useCommand(trpc.correctiveAction.accept.mutationOptions(), { form });
  return (
    <Judge title={t('corrective-action:accept-confirm')}>
      <DomainForm form={form} onSubmit={send}>
        <TextAreaField
          control={form.control}
          name="note"
          label={t('corrective-action:accept-note')}
          help={t('corrective-action:accept-help')}
          rows={2}
        />
        <Acts confirm={t('corrective-action:accept-confirm')} busy={busy} onCancel={onCancel} />
      </DomainForm>
    </Judge>
  );
}

export function ReturnForm({ actionId, onCancel }: JudgeFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(ReturnCorrectiveAction, { actionId, reason: '' });
  const { send, busy } = useCommand(trpc.correctiveAction.return.mutationOptions(), { form });
  return (
    <Judge title={t('corrective-action:return-confirm')}>
      <DomainForm form={form} onSubmit={send}>
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('corrective-action:return-reason')}
          help={t('corrective-action:return-help')}
        />
        <Acts confirm={t('corrective-action:return-confirm')} busy={busy} onCancel={onCancel} />
      </DomainForm>
    </Judge>
  );
}
