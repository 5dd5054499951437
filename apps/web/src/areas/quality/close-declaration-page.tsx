import { CloseDeclaration, closeReasons } from '@kycuong/domain/quality/close-declaration.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { ChoiceField } from '@kycuong/ui/form/choice-field.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { sentenceCase } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { KeptForm } from '../../draft/kept-form.tsx';
import { RecordActs, RecordPage } from '../../quality-record-page.tsx';
import { useCommand } from '../../use-command.ts';
import { useBackToUnit, useQuality } from '../../use-quality.ts';
import { closeDeclarationRoute } from './quality-routes.tsx';

export function CloseDeclarationPage() {
  const { t } = useMessages();
  const { unitId } = closeDeclarationRoute.useParams();
  const quality = useQuality(unitId);
  const [eventId] = useState(uuidV7);
  const form = useDomainForm(CloseDeclaration, {
    eventId,
    systemId: quality.system?.id ?? '',
    onDate: quality.today,
    decisionNo: '',
    note: '',
  });
  const onDone = useBackToUnit(quality);
  const { send, busy } = useCommand(trpc.quality.closeDeclaration.mutationOptions(), { form, onDone });
  return (
    <RecordPage quality={quality} title={t('quality:record-close')}>
      <KeptForm
        form={form}
        title={t('quality:record-close')}
        name="close-declaration"
        ids={['eventId']}
        onSubmit={send}
      >
        <ChoiceField
          control={form.control}
          name="reason"
          label={t('quality:reason')}
          choices={closeReasons.map((value) => ({
            value,
            label: sentenceCase(t(`quality:close-reason-${value}`)),
          }))}
        />
        <div className="kc-form-row">
          <DateField
            control={form.control}
            name="onDate"
            label={t('quality:on-date')}
            help={t('quality:on-date-help')}
            max={quality.today}
          />
          <TextField control={form.control} name="decisionNo" label={t('quality:decision-no')} />
        </div>
        <TextAreaField control={form.control} name="note" label={t('quality:note')} rows={2} />
        <RecordActs unitId={unitId} save={t('quality:record-close')} busy={busy} />
      </KeptForm>
    </RecordPage>
  );
}
