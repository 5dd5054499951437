import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { typedDay, whyNoDay } from '@kycuong/domain/calendar/typed-day.ts';
import type { InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { Popover } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { formatDate } from '../format.ts';
import { useMessages } from '../i18n.ts';
import { IconButton } from '../plain/button.tsx';
import { Field } from '../plain/field.tsx';
import { DayPicker } from './day-picker.tsx';
import { outsideBounds } from './outside-bounds.ts';
import { type BoundFieldProps, useField } from './use-field.ts';

interface DateFieldProps<Values extends FieldValues, Output> extends BoundFieldProps<Values, Output> {
  readonly min?: PlainDate;
  readonly max?: PlainDate;
}

/** What stands in the field for a value that did not come from its own keys. */
const shown = (value: string) => (typedDay(value) === value ? formatDate(value) : value);

/**
 * A day, typed as day/month/year or picked. The value is a plain date `YYYY-MM-DD`, or what was typed where that is no day: it
 * stays as typed, and says what is wrong with it once the field is left. Nothing is mended for the person.
 */
export function DateField<Values extends FieldValues, Output>(props: DateFieldProps<Values, Output>) {
  const { min, max, label } = props;
  const { t } = useMessages();
  const [typed, setTyped] = useState<string>();
  const [open, setOpen] = useState(false);
  const judge = (value: unknown): Omit<InputIssue, 'field'> | undefined =>
    typeof value === 'string' && value !== ''
      ? (whyNoDay(value) ?? outsideBounds(value, label, { min, max }))
      : undefined;
  const { field, frame, bound } = useField({ ...props, judge, quiet: typed !== undefined });
  const value: string = field.value ?? '';
  const write = (text: string) => {
    setTyped(text);
    field.onChange(typedDay(text) ?? text);
  };
  const openByKey = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown') return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <Field {...frame}>
      <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus withRoles={false}>
        <Popover.Target>
          <span className="kc-date">
            <input
              {...bound}
              ref={field.ref}
              className="kc-input kc-figures"
              inputMode="text"
              aria-keyshortcuts="Alt+ArrowDown"
              autoComplete="off"
              placeholder={t('parts:date-shape')}
              // A field with the cursor in it shows the keys as they came, not what they mean so far.
              value={typed !== undefined && (typedDay(typed) ?? typed) === value ? typed : shown(value)}
              onChange={(event) => write(event.target.value)}
              onKeyDown={openByKey}
              onBlur={() => {
                setTyped(undefined);
                field.onBlur();
              }}
            />
            <IconButton
              icon="calendar"
              // Keys come to the calendar from the field itself; what is typed after Tab belongs to the next one.
              tabIndex={-1}
              label={t('parts:open-calendar')}
              aria-haspopup="dialog"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            />
          </span>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={t('parts:pick-day', { name: label })}>
          <DayPicker
            value={typedDay(value)}
            min={min}
            max={max}
            onPick={(day) => {
              setTyped(undefined);
              field.onChange(day);
              setOpen(false);
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </Field>
  );
}
