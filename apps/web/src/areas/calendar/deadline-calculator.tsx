import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import type { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { ChoiceField } from '@kycuong/ui/form/choice-field.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { NumberField } from '@kycuong/ui/form/number-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { useState } from 'react';
import { DeadlineResult } from './deadline-result.tsx';
import { Period, periodUnits } from './period.ts';
import type { ShownYear } from './shown-days.ts';

interface DeadlineCalculatorProps {
  readonly calendar: WorkingCalendar;
  readonly years: readonly ShownYear[];
}

/** From a day and a period to the last day, with every day in between and why it counts or not. */
export function DeadlineCalculator({ calendar, years }: DeadlineCalculatorProps) {
  const { t } = useMessages();
  const start: Period = { from: dateInVietnam(new Date()), amount: 10, unit: 'working-day' };
  const form = useDomainForm(Period, start);
  const [period, setPeriod] = useState(start);
  return (
    <div className="kc-page deadline-page">
      <DomainForm form={form} onSubmit={setPeriod}>
        <div className="kc-form-row">
          <DateField control={form.control} name="from" label={t('calendar:deadline-from')} />
          <NumberField control={form.control} name="amount" label={t('calendar:deadline-amount')} />
        </div>
        <ChoiceField
          control={form.control}
          name="unit"
          label={t('calendar:deadline-unit')}
          choices={periodUnits.map((value) => ({ value, label: t(`calendar:unit-${value}`) }))}
        />
        <div className="kc-form-acts">
          <Button type="submit" kind="main">
            {t('calendar:deadline-compute')}
          </Button>
        </div>
      </DomainForm>
      <DeadlineResult calendar={calendar} years={years} period={period} />
    </div>
  );
}
