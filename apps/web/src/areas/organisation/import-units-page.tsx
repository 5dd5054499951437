import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
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

export const importUnitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/import',
  component: guarded((account) => mayDo(account, 'organisation.import-units'), ImportUnitsPage),
});

const ImportUnitsForm = z.object({
  file: tableFile,
  from: PlainDate,
  until: z._default(z.nullable(PlainDate), null),
});

function ImportUnitsPage() {
  const { t } = useMessages();
  const form = useDomainForm(ImportUnitsForm, { from: '', until: '' });
  const steps = useImport('units', form);
  const [from, until] = form.watch(['from', 'until']);
  return (
    <ImportFrame
      title={t('organisation:import')}
      lead={t('organisation:import-lead')}
      crumb={<Link to="/units">{t('organisation:title')}</Link>}
      steps={steps}
      onward={
        <Link to="/units" search={dayOfList(from, until ?? '')} className={buttonClass({ kind: 'main' })}>
          {t('organisation:to-list')}
        </Link>
      }
    >
      <KeptForm
        form={form}
        title={t('organisation:import')}
        name="units"
        id={steps.formId}
        onSubmit={steps.check}
      >
        <ImportFileField control={form.control} name="file" steps={steps} />
        <div className="kc-form-row">
          <DateField
            control={form.control}
            name="from"
            label={t('organisation:from')}
            help={t('organisation:from-help')}
          />
          <DateField
            control={form.control}
            name="until"
            label={t('organisation:until-last')}
            help={t('organisation:until-help')}
          />
        </div>
        <CheckAct steps={steps} />
      </KeptForm>
    </ImportFrame>
  );
}
