import { EndSessions } from '@kycuong/domain/access/end-sessions.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { useCommand } from '../../use-command.ts';
import type { Done, OpenedAccount } from './opened-account.ts';

interface EndSessionsFormProps {
  readonly person: OpenedAccount;
  readonly onClose: () => void;
  readonly onDone: Done;
}

export function EndSessionsForm({ person: { id: accountId }, onClose, onDone }: EndSessionsFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(EndSessions, { accountId });
  const { send, busy } = useCommand(trpc.access.endSessions.mutationOptions(), {
    form,
    onDone: ({ ended }) => onDone(t('access:sessions-ended', { count: ended })),
  });
  return (
    <Decision title={t('access:end-sessions')}>
      <p>{t('access:end-sessions-text')}</p>
      <DomainForm form={form} onSubmit={send}>
        <DecisionActs confirm={t('access:end-sessions')} busy={busy} onCancel={onClose} />
      </DomainForm>
    </Decision>
  );
}
