import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { DatePicker } from '@mantine/dates';
import { useContext, useState } from 'react';
import { formatDate, formatWeekdayDate } from '../format.ts';
import { useMessages } from '../i18n.ts';
import { WorkingDaysContext } from './working-days-context.ts';

interface DayPickerProps {
  readonly value: PlainDate | undefined;
  readonly min?: PlainDate | undefined;
  readonly max?: PlainDate | undefined;
  readonly onPick: (day: PlainDate) => void;
}

/** The days of a month, holidays marked and named: beside the day to a screen reader, and in words under the month. */
export function DayPicker({ value, min, max, onPick }: DayPickerProps) {
  const { t, language } = useMessages();
  const calendar = useContext(WorkingDaysContext)();
  const [month, setMonth] = useState<PlainDate>();
  /** What the table of holidays says of a day, in words. */
  const named = (date: PlainDate) => {
    const holiday = calendar?.day(date).holiday;
    if (!holiday) return undefined;
    const name = language === 'vi' ? holiday.nameVi : holiday.nameEn;
    return t(holiday.kind === 'off' ? 'parts:day-off' : 'parts:day-worked', { name });
  };
  const shownMonth = (month ?? value ?? max ?? new Date().toISOString()).slice(0, 7);
  const marked = Array.from(
    { length: 31 },
    (_, index) => `${shownMonth}-${String(index + 1).padStart(2, '0')}`,
  )
    .map((date) => ({ date, name: named(date) }))
    .filter(({ name }) => name !== undefined);
  return (
    <>
      <DatePicker
        value={value ?? null}
        {...(value && { defaultDate: value })}
        {...(min && { minDate: min })}
        {...(max && { maxDate: max })}
        highlightToday
        hideOutsideDates
        ariaLabels={{ previousMonth: t('parts:previous-month'), nextMonth: t('parts:next-month') }}
        onDateChange={setMonth}
        getDayProps={(date) => {
          const name = named(date);
          return {
            // The figure that is seen is a word of the name: `1/12`, not `01/12`.
            'aria-label': [formatWeekdayDate(date, language).replace(' 0', ' '), name]
              .filter(Boolean)
              .join(', '),
            ...(name !== undefined && { title: name, 'data-marked': true }),
          };
        }}
        onChange={(date) => {
          if (date) onPick(date);
        }}
      />
      {marked.length > 0 && (
        <ul className="kc-marked-days">
          {marked.map(({ date, name }) => (
            <li key={date}>
              <span className="kc-figures">{formatDate(date).slice(0, 5)}</span> {name}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
