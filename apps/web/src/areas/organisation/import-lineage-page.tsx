import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { requiredLine } from '@kycuong/domain/input/bounded-text.ts';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { createRoute, Link } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { KeptForm } from '../../draft/kept-form.tsx';
import { mayDo } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { CheckAct } from './check-act.tsx';
import { dayOfList } from './day-of-list.ts';
import { ImportFileField } from './import-file-field.tsx';
import { ImportFrame } from './import-frame.tsx';
import { tableFile } from './table-file.ts';
import { useImport } from './use-import.ts';

export const importLineageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/import-lineage',
  component: guarded((account) => mayDo(account, 'organisation.import-lineage'), ImportLineagePage),
});

const ImportLineageForm = z.object({ file: tableFile, on: PlainDate, decision: requiredLine(500) });

function ImportLineagePage() {
  const { t } = useMessages();
  const form = useDomainForm(ImportLineageForm, { on: '', decision: '' });
  const steps = useImport('lineage', form);
  return (
    <ImportFrame
      title={t('organisation:import-lineage')}
      lead={t('organisation:import-lineage-lead')}
      crumb={<Link to="/units">{t('organisation:title')}</Link>}
      steps={steps}
      onward={
        <Link to="/units" search={dayOfList(form.watch('on'))} className={buttonClass({ kind: 'main' })}>
          {t('organisation:to-list')}
        </Link>
      }
    >
      <KeptForm
        form={form}
        title={t('organisation:import-lineage')}
        name="lineage"
        id={steps.formId}
        onSubmit={steps.check}
      >
        <ImportFileField control={form.control} name="file" steps={steps} />
        <DateField
          control={form.control}
          name="on"
          label={t('organisation:on-date')}
          help={t('organisation:on-date-help')}
        />
        <TextField
          control={form.control}
          name="decision"
          label={t('organisation:decision')}
          help={t('organisation:decision-help')}
        />
        <CheckAct steps={steps} />
      </KeptForm>
    </ImportFrame>
  );
}
