import { DeclineQuarantined } from '@kycuong/domain/sync/quarantine.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { Overtaken } from '../../decision/overtaken.tsx';
import { useOpened } from '../../decision/use-opened.ts';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import type { KeptCommand } from './visit-details.ts';

/**
 * The leader's decision on one kept command: into the results, unless its author's own stands, or not, with the reason. Nothing
 * where it was decided already, but what was begun before.
 */
export function QuarantineActs({ kept }: { readonly kept: KeptCommand }) {
  const { t } = useMessages();
  const [declining, setDeclining] = useState(false);
  const admit = useCommand(trpc.sync.admitQuarantined.mutationOptions(), {
    onDone: () => notifyDone(t('visit:admitted')),
  });
  const {
    thing: open,
    isOvertaken,
    letGo,
  } = useOpened(declining ? kept.id : undefined, kept.mayDecide || undefined);
  if (open)
    return (
      <>
        {isOvertaken && <Overtaken />}
        <DeclineForm quarantinedId={kept.id} onDone={letGo} onCancel={() => setDeclining(false)} />
      </>
    );
  if (!kept.mayDecide) return null;
  return (
    <div className="held-acts">
      {kept.mayAdmit && (
        <Button
          kind="line"
          icon="check"
          busy={admit.busy}
          onClick={() => void admit.send({ quarantinedId: kept.id })}
        >
          {t('visit:admit')}
        </Button>
      )}
      <Button kind="quiet" onClick={() => setDeclining(true)}>
        {t('visit:decline')}
      </Button>
    </div>
  );
}

interface DeclineFormProps {
  readonly quarantinedId: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function DeclineForm({ quarantinedId, onDone, onCancel }: DeclineFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(DeclineQuarantined, { quarantinedId, reason: '' });
  const { send, busy } = useCommand(trpc.sync.declineQuarantined.mutationOptions(), {
    form,
    onDone: () => {
      onDone();
      notifyDone(t('visit:declined'));
    },
  });
  return (
    <Decision title={t('visit:decline')}>
      <KeptForm form={form} title={t('visit:decline')} name={`decline-${quarantinedId}`} onSubmit={send}>
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('visit:decline-reason')}
          help={t('visit:decline-help')}
          rows={2}
        />
        <DecisionActs confirm={t('visit:decline-confirm')} busy={busy} onCancel={onCancel} />
      </KeptForm>
    </Decision>
  );
}
