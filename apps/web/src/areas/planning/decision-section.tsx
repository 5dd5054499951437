import { roundFields, roundForms } from '@kycuong/domain/planning/round-kind.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { roundFieldKeys, roundFormKeys } from '../../states/round-state.tsx';
import type { RoundChoices, RoundControl } from './round-form.ts';

interface DecisionSectionProps {
  readonly control: RoundControl;
  readonly units: RoundChoices['units'];
}

/** What the decision says: name, form, field, number, date, by whom, who leads. */
export function DecisionSection({ control, units }: DecisionSectionProps) {
  const { t } = useMessages();
  const agencies = units.filter(({ kind }) => !['xa', 'phuong', 'thi-tran', 'dac-khu'].includes(kind));
  return (
    <FormSection number={1} title={t('planning:section-decision')}>
      <TextField control={control} name="name" label={t('planning:name')} help={t('planning:name-help')} />
      <div className="kc-form-row">
        <SelectField
          control={control}
          name="form"
          label={t('planning:form')}
          choices={roundForms.map((value) => ({ value, label: t(roundFormKeys[value]) }))}
        />
        <SelectField
          control={control}
          name="field"
          label={t('planning:field')}
          choices={roundFields.map((value) => ({ value, label: t(roundFieldKeys[value]) }))}
        />
      </div>
      <div className="kc-form-row">
        <TextField control={control} name="decisionNo" label={t('planning:decision-no')} />
        <DateField control={control} name="decisionDate" label={t('planning:decision-date')} />
      </div>
      <TextField
        control={control}
        name="decidedBy"
        label={t('planning:decided-by')}
        help={t('planning:decided-by-help')}
      />
      <SelectField
        control={control}
        name="leadUnitId"
        label={t('planning:lead-unit')}
        choices={agencies.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FormSection>
  );
}
