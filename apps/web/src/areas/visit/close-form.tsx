import { CloseVisit } from '@kycuong/domain/visit/close-visit.ts';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { ChangedNotice } from '../../decision/changed-notice.tsx';
import { Decision, DecisionActs } from '../../decision/decision.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import { answeredItems, fits, type VisitDetails } from './visit-details.ts';

interface CloseFormProps {
  readonly visit: VisitDetails;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The leader looks through what is still open, and closes: nothing is added afterwards. */
export function CloseForm({ visit, onDone, onCancel }: CloseFormProps) {
  const { t } = useMessages();
  const { visitId, version } = visit;
  const form = useDomainForm(CloseVisit, { visitId, note: '' });
  const [seen, setSeen] = useState(version);
  const { send, busy } = useCommand(trpc.visit.close.mutationOptions(), {
    form,
    onDone,
  });
  const unanswered = answeredItems(visit.checklist.content, visit.answers).filter((row) =>
    fits(row, 'unanswered'),
  ).length;
  const awaited = visit.evidence.filter(({ status }) => status === 'awaited').length;
  const open = [
    ...(unanswered > 0 ? [t('visit:open-items', { count: unanswered })] : []),
    ...(awaited > 0 ? [t('visit:open-evidence', { count: awaited })] : []),
  ];
  return (
    <Decision title={t('visit:close')}>
      <KeptForm
        form={form}
        title={t('visit:close')}
        name="close"
        onSubmit={(payload) => send({ ...payload, seen })}
      >
        {open.length > 0 && (
          <Notice tone="soon" icon="partly" title={t('visit:still-open')}>
            <ul>
              {open.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Notice>
        )}
        {seen !== version && <ChangedNotice onRead={() => setSeen(version)} />}
        <TextAreaField
          control={form.control}
          name="note"
          label={t('visit:close-note')}
          help={t('visit:close-hint')}
          rows={2}
        />
        <DecisionActs confirm={t('visit:close-confirm')} busy={busy} onCancel={onCancel} />
      </KeptForm>
    </Decision>
  );
}
