import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, IconButton } from '@kycuong/ui/plain/button.tsx';
import { FieldError } from '@kycuong/ui/plain/field.tsx';
import { DateInput } from '@mantine/dates';
import { Controller, useFieldArray } from 'react-hook-form';
import type { AnswerFormType } from './answer-form-type.ts';

/** Measures against recurrence: what, by whom, until when. */
export function PlanTable({ form }: { readonly form: AnswerFormType }) {
  const { t } = useMessages();
  const { control, register, formState } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'plan' });
  const problems = formState.errors.plan;
  const whole = problems?.message ?? problems?.root?.message;
  return (
    <div>
      <div className="plan-head" aria-hidden="true">
        <span>{t('corrective-action:task')}</span>
        <span>{t('corrective-action:person')}</span>
        <span>{t('corrective-action:due-on')}</span>
      </div>
      {fields.map(({ id }, index) => {
        const row = index + 1;
        const wrong = problems?.[index];
        const message = wrong?.task?.message ?? wrong?.person?.message ?? wrong?.dueOn?.message;
        return (
          <div key={id} className="plan-row">
            <textarea
              {...register(`plan.${index}.task`)}
              id={`answer-plan.${index}.task`}
              className="kc-input kc-input--area"
              rows={1}
              style={{ '--rows': 1 }}
              aria-label={t('corrective-action:task-in-row', { row })}
              placeholder={t('corrective-action:task')}
              aria-invalid={wrong?.task !== undefined}
            />
            <input
              {...register(`plan.${index}.person`)}
              id={`answer-plan.${index}.person`}
              className="kc-input"
              autoComplete="off"
              aria-label={t('corrective-action:person-in-row', { row })}
              placeholder={t('corrective-action:person')}
              aria-invalid={wrong?.person !== undefined}
            />
            <Controller
              control={control}
              name={`plan.${index}.dueOn`}
              render={({ field }) => (
                <DateInput
                  id={`answer-plan.${index}.dueOn`}
                  className="kc-date"
                  valueFormat="DD/MM/YYYY"
                  placeholder="dd/mm/yyyy"
                  aria-label={t('corrective-action:due-in-row', { row })}
                  error={wrong?.dueOn !== undefined}
                  value={field.value || null}
                  onChange={(value) => field.onChange(value ?? '')}
                  onBlur={field.onBlur}
                  ariaLabels={{
                    previousMonth: t('parts:previous-month'),
                    nextMonth: t('parts:next-month'),
                  }}
                />
              )}
            />
            <IconButton
              icon="trash"
              label={t('corrective-action:remove-row', { row })}
              onClick={() => remove(index)}
            />
            {message && (
              <div className="plan-error">
                <FieldError id={`answer-plan.${index}`}>{message}</FieldError>
              </div>
            )}
          </div>
        );
      })}
      {whole && <FieldError id="answer-plan">{whole}</FieldError>}
      <Button
        id={fields.length === 0 ? 'answer-plan' : undefined}
        kind="quiet"
        size="small"
        icon="plus"
        onClick={() => append({ task: '', person: '', dueOn: '' })}
      >
        {t('corrective-action:add-row')}
      </Button>
    </div>
  );
}
