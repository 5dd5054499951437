import { addDays, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { formatDate } from '../format.ts';
import { useMessages } from '../i18n.ts';
import { Icon } from '../plain/icon.tsx';
import { Segment } from '../plain/segment.tsx';

interface AsOfDateProps {
  readonly value: PlainDate;
  readonly today: PlainDate;
  /** Dates that people ask about; today comes first by itself. */
  readonly presets?: readonly PlainDate[];
  readonly onChange: (date: PlainDate) => void;
}

/** One control for the day of all figures on the page; the units in force follow it. */
export function AsOfDate({ value, today, presets = [], onChange }: AsOfDateProps) {
  const { t } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <div className="kc-as-of">
      <span className="kc-as-of-label">{t('parts:as-of')}</span>
      <div className="kc-as-of-day">
        <button type="button" aria-label={t('parts:as-of-back')} onClick={() => onChange(addDays(value, -1))}>
          <Icon name="chevron-left" />
        </button>
        <Popover opened={open} onChange={setOpen} position="bottom" trapFocus returnFocus>
          <Popover.Target>
            <button type="button" className="kc-figures" onClick={() => setOpen(!open)}>
              <Icon name="calendar" />
              {formatDate(value)}
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={value}
              defaultDate={value}
              ariaLabels={{ previousMonth: t('parts:previous-month'), nextMonth: t('parts:next-month') }}
              onChange={(date) => {
                if (date) onChange(date);
                setOpen(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
        <button type="button" aria-label={t('parts:as-of-on')} onClick={() => onChange(addDays(value, 1))}>
          <Icon name="chevron-right" />
        </button>
      </div>
      <Segment
        label={t('parts:as-of')}
        value={value}
        onChange={onChange}
        options={[today, ...presets.filter((date) => date !== today)].map((date) => ({
          value: date,
          label: date === today ? t('parts:today') : formatDate(date),
        }))}
      />
    </div>
  );
}
