import { isPlainDate, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { hasResults } from '@kycuong/domain/conclusion/has-results.ts';
import { IssueConclusion } from '@kycuong/domain/conclusion/issue-conclusion.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { trpc } from '../../api.ts';
import { Overtaken } from '../../decision/overtaken.tsx';
import { useLastLook } from '../../decision/use-last-look.ts';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import type { ConclusionDetails } from './conclusion-details.ts';
import { IssueLook } from './issue-look.tsx';

interface IssueFormProps {
  readonly conclusion: ConclusionDetails;
  readonly today: PlainDate;
  /** The date as it is typed, so that the due dates can follow it. */
  readonly onDate: (date: PlainDate) => void;
  readonly isOvertaken: boolean;
  /** It was done, or is left. */
  readonly onDone: () => void;
}

/** Number, date and signer as on the signed copy. */
export function IssueForm({
  conclusion: { conclusionId, draft },
  today,
  onDate,
  isOvertaken,
  onDone,
}: IssueFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(IssueConclusion, {
    conclusionId,
    number: '',
    issuedOn: today,
    signer: '',
    signerAuthority: '',
    signerTitle: '',
    draftedBy: '',
    results: '',
  });
  const { control } = form;
  const issuedOn = useWatch({ control, name: 'issuedOn' });
  useEffect(() => {
    if (isPlainDate(issuedOn) && issuedOn <= today) onDate(issuedOn);
  }, [issuedOn, today, onDate]);
  const look = useLastLook(form);
  const queries = useQueryClient();
  const { send, busy } = useCommand(trpc.conclusion.issue.mutationOptions(), {
    form,
    onDone: ({ actions }) => {
      onDone();
      notifyDone(t('conclusion:issued', { count: actions.length }));
    },
    onRefused: async () => {
      await queries.invalidateQueries();
      look.close();
    },
  });
  return (
    <KeptForm form={form} title={t('conclusion:issue-title')} name="issue" onSubmit={look.open}>
      {isOvertaken && <Overtaken onLeave={onDone} />}
      <p className="kc-field-help">{t('conclusion:issue-help')}</p>
      <div className="kc-form-fields">
        <div className="kc-form-row">
          <TextField
            control={control}
            name="number"
            label={t('conclusion:number')}
            placeholder={t('conclusion:number-help')}
          />
          <DateField control={control} name="issuedOn" label={t('conclusion:issued-on')} max={today} />
        </div>
        <div className="kc-form-row">
          <TextField
            control={control}
            name="signerAuthority"
            label={t('conclusion:signer-authority')}
            help={t('conclusion:signer-authority-help')}
          />
          <TextField
            control={control}
            name="signerTitle"
            label={t('conclusion:signer-title')}
            placeholder={t('conclusion:signer-title-help')}
          />
        </div>
        <div className="kc-form-row">
          <TextField control={control} name="signer" label={t('conclusion:signer')} />
          <TextField
            control={control}
            name="draftedBy"
            label={t('conclusion:drafted-by')}
            placeholder={t('conclusion:drafted-by-help')}
          />
        </div>
        {!hasResults(draft) && (
          <TextAreaField
            control={control}
            name="results"
            label={t('conclusion:results')}
            help={t('conclusion:results-help')}
            rows={4}
          />
        )}
      </div>
      {look.payload === undefined ? (
        <div className="kc-form-acts">
          <Button type="submit" kind="main" icon="send">
            {t('conclusion:issue')}
          </Button>
        </div>
      ) : (
        <IssueLook
          payload={look.payload}
          busy={busy}
          onConfirm={(payload) => void send(payload)}
          onCancel={look.close}
        />
      )}
    </KeptForm>
  );
}
