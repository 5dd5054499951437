import { RecordQualityEvent } from '@kycuong/domain/quality/record-quality-event.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { ChoiceField } from '@kycuong/ui/form/choice-field.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { KeptForm } from '../../draft/kept-form.tsx';
import { RecordActs, RecordPage } from '../../quality-record-page.tsx';
import { useCommand } from '../../use-command.ts';
import { useBackToUnit, useQuality } from '../../use-quality.ts';
import { recordEventRoute } from './quality-routes.tsx';

export function RecordEventPage() {
  const { t } = useMessages();
  const { unitId } = recordEventRoute.useParams();
  const quality = useQuality(unitId);
  const { may, missing, openMinors, system, today } = quality;
  const [eventId] = useState(uuidV7);
  const form = useDomainForm(RecordQualityEvent, {
    eventId,
    systemId: system?.id ?? '',
    ...(may.events[0] && { kind: may.events[0] }),
    onDate: today,
    decisionNo: '',
    signer: '',
    recipient: '',
    address: '',
    scope: '',
    note: '',
  });
  const kind = form.watch('kind');
  const declares = kind === 'declare' || kind === 'redeclare';
  const onDone = useBackToUnit(quality);
  const { send, busy } = useCommand(trpc.quality.recordEvent.mutationOptions(), { form, onDone });
  return (
    <RecordPage quality={quality} title={t('quality:record-event')}>
      <KeptForm form={form} title={t('quality:record-event')} name="event" ids={['eventId']} onSubmit={send}>
        <ChoiceField
          control={form.control}
          name="kind"
          label={t('quality:event-kind')}
          choices={may.events.map((value) => ({
            value,
            label: t(`quality:event-${value}`),
            help: t(`quality:event-kind-help-${value}`),
          }))}
        />
        {declares && missing.length > 0 && (
          <Notice tone="soon" title={t('quality:missing-heading')}>
            <ul className="missing">
              {missing.map((key) => (
                <li key={key}>{t(`errors:${key}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {declares && openMinors > 0 && (
          <Notice tone="soon">{t('quality:open-minors', { count: openMinors })}</Notice>
        )}
        <div className="kc-form-row">
          <DateField
            control={form.control}
            name="onDate"
            label={t('quality:on-date')}
            help={t('quality:on-date-help')}
            max={today}
            {...(system && { min: system.startedOn })}
          />
          {kind !== 'posted' && kind !== 'published' && (
            <>
              <TextField
                control={form.control}
                name="decisionNo"
                label={t(kind === 'notified' ? 'quality:letter-no' : 'quality:decision-no')}
                placeholder={kind === 'notified' ? '15/UBND-VP' : '45/QĐ-UBND'}
              />
              <TextField control={form.control} name="signer" label={t('quality:signer')} />
            </>
          )}
        </div>
        {kind === 'notified' && (
          <TextField
            control={form.control}
            name="recipient"
            label={t('quality:recipient')}
            placeholder={t('quality:science-department')}
          />
        )}
        {kind === 'published' && (
          <TextField control={form.control} name="address" label={t('quality:web-address')} />
        )}
        {(declares || kind === 'scope-changed') && (
          <TextAreaField control={form.control} name="scope" label={t('quality:new-scope')} rows={3} />
        )}
        <TextAreaField control={form.control} name="note" label={t('quality:note')} rows={2} />
        <RecordActs unitId={unitId} save={t('quality:save')} busy={busy} />
      </KeptForm>
    </RecordPage>
  );
}
