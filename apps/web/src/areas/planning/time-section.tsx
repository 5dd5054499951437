import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useWatch } from 'react-hook-form';
import type { RoundForm } from './round-form.ts';

/** When the team works and, where the decision names it, the time that it looks into. */
export function TimeSection({ form }: { readonly form: RoundForm }) {
  const { t } = useMessages();
  const { control } = form;
  const period = useWatch({ control, name: 'period' });
  return (
    <FormSection number={2} title={t('planning:section-time')}>
      <div className="kc-form-row">
        <DateField control={control} name="startsOn" label={t('planning:starts-on')} />
        <DateField control={control} name="endsOn" label={t('planning:ends-on')} />
      </div>
      {period && (
        <div className="kc-form-row">
          <DateField control={control} name="period.from" label={t('planning:period-from')} />
          <DateField control={control} name="period.to" label={t('planning:period-to')} />
        </div>
      )}
      <div>
        <Button
          kind="quiet"
          size="small"
          icon={period ? 'minus' : 'plus'}
          onClick={() => {
            form.setValue('period', period ? undefined : { from: '', to: '' });
          }}
        >
          {t(period ? 'planning:remove-period' : 'planning:add-period')}
        </Button>
      </div>
    </FormSection>
  );
}
