import { isPlainDate, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { IssueConclusion } from '@kycuong/domain/conclusion/issue-conclusion.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { trpc } from '../../api.ts';
import { useCommand } from '../../use-command.ts';

interface IssueFormProps {
  readonly conclusionId: string;
  readonly today: PlainDate;
  /** The date as it is typed, so that the due dates can follow it. */
  readonly onDate: (date: PlainDate) => void;
}

/** Number, date and signer as on the signed copy. */
export function IssueForm({ conclusionId, today, onDate }: IssueFormProps) {
  const { t } = useMessages();
  const form = useDomainForm(IssueConclusion, {
    conclusionId,
    number: '',
    issuedOn: today,
    signer: '',
    signerTitle: '',
  });
  const { control } = form;
  const issuedOn = useWatch({ control, name: 'issuedOn' });
  useEffect(() => {
    if (isPlainDate(issuedOn)) onDate(issuedOn);
  }, [issuedOn, onDate]);
  const { send, busy } = useCommand(trpc.conclusion.issue.mutationOptions(), {
    form,
    onDone: ({ actions }) => notifyDone(t('conclusion:issued', { count: actions.length })),
  });
  return (
    <DomainForm form={form} onSubmit={send}>
      <p className="kc-field-help">{t('conclusion:issue-help')}</p>
      <div className="kc-form-fields">
        <div className="kc-form-row">
          <TextField
            control={control}
            name="number"
            label={t('conclusion:number')}
            placeholder={t('conclusion:number-help')}
          />
          <DateField control={control} name="issuedOn" label={t('conclusion:issued-on')} />
        </div>
        <div className="kc-form-row">
          <TextField control={control} name="signer" label={t('conclusion:signer')} />
          <TextField control={control} name="signerTitle" label={t('conclusion:signer-title')} />
        </div>
      </div>
      <div className="kc-form-acts">
        <Button type="submit" kind="main" icon="send" busy={busy}>
          {t('conclusion:issue')}
        </Button>
      </div>
    </DomainForm>
  );
}
