import { isEditionInForce } from '@kycuong/domain/quality/standard-edition.ts';
import { StartQualitySystem } from '@kycuong/domain/quality/start-quality-system.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { KeptForm } from '../../draft/kept-form.tsx';
import { RecordActs, RecordPage } from '../../quality-record-page.tsx';
import { useCommand } from '../../use-command.ts';
import { useBackToUnit, useQuality } from '../../use-quality.ts';
import { startSystemRoute } from './quality-routes.tsx';

export function StartSystemPage() {
  const { t } = useMessages();
  const { unitId } = startSystemRoute.useParams();
  const quality = useQuality(unitId);
  const { data: editions } = useSuspenseQuery(trpc.quality.editions.queryOptions({}));
  const [systemId] = useState(uuidV7);
  const usual = editions.find((edition) => isEditionInForce(edition, quality.today));
  const form = useDomainForm(StartQualitySystem, {
    systemId,
    unitId,
    editionId: usual?.id ?? '',
    scope: '',
    startedOn: quality.today,
  });
  const onDone = useBackToUnit(quality);
  const { send, busy } = useCommand(trpc.quality.startSystem.mutationOptions(), { form, onDone });
  return (
    <RecordPage quality={quality} title={t('quality:record-start')} lead={t('quality:start-lead')}>
      <KeptForm form={form} title={t('quality:record-start')} name="start" ids={['systemId']} onSubmit={send}>
        <div className="kc-form-row">
          <DateField
            control={form.control}
            name="startedOn"
            label={t('quality:started-on')}
            help={t('quality:on-date-help')}
            min={quality.unit.validFrom}
            max={quality.today}
          />
          <SelectField
            control={form.control}
            name="editionId"
            label={t('quality:edition')}
            choices={editions.map(({ id, title, effectiveFrom }) => ({
              value: id,
              label: effectiveFrom === null ? `${title} (${t('quality:edition-announced')})` : title,
              disabled: effectiveFrom === null,
            }))}
          />
        </div>
        <TextAreaField
          control={form.control}
          name="scope"
          label={t('quality:scope')}
          help={t('quality:scope-help')}
          rows={4}
        />
        <RecordActs unitId={unitId} save={t('quality:record-start')} busy={busy} />
      </KeptForm>
    </RecordPage>
  );
}
