import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { AnswerCorrectiveAction } from '@kycuong/domain/corrective-action/answer-corrective-action.ts';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, IconButton } from '@kycuong/ui/plain/button.tsx';
import type { ReactNode } from 'react';
import { type Control, useFieldArray } from 'react-hook-form';

interface PlanFieldProps {
  readonly control: Control<AnswerCorrectiveAction, unknown, AnswerCorrectiveAction>;
  readonly state: ReactNode;
  /** When the conclusion was issued, before which no measure can have ended. */
  readonly issuedOn: PlainDate;
}

/** Rows of what, by whom, until when; on a phone each row is a small block with its labels. */
export function PlanField({ control, state, issuedOn }: PlanFieldProps) {
  const { t } = useMessages();
  const { fields, append, remove } = useFieldArray({ control, name: 'plan' });
  return (
    <fieldset className={fields.length > 1 ? 'plan plan--several' : 'plan'}>
      <legend className="kc-field-head">
        <span>3. {t('corrective-action:plan')}</span>
        {state}
      </legend>
      <div className="plan-head" aria-hidden="true">
        <span>{t('corrective-action:task')}</span>
        <span>{t('corrective-action:person')}</span>
        <span>{t('corrective-action:due-on')}</span>
      </div>
      {fields.map(({ id }, index) => {
        const row = index + 1;
        return (
          <div key={id} className="plan-row">
            <TextAreaField
              control={control}
              name={`plan.${index}.task`}
              label={t('corrective-action:task-in-row', { row })}
              rows={1}
            />
            <TextField
              control={control}
              name={`plan.${index}.person`}
              label={t('corrective-action:person-in-row', { row })}
            />
            <DateField
              control={control}
              name={`plan.${index}.dueOn`}
              label={t('corrective-action:due-in-row', { row })}
              min={issuedOn}
            />
            {fields.length > 1 && (
              <span className="plan-remove">
                <IconButton
                  icon="close"
                  label={t('corrective-action:remove-row', { row })}
                  onClick={() => remove(index)}
                />
              </span>
            )}
          </div>
        );
      })}
      <Button
        kind="quiet"
        size="small"
        icon="plus"
        onClick={() => append({ task: '', person: '', dueOn: '' })}
      >
        {t('corrective-action:add-row')}
      </Button>
    </fieldset>
  );
}
