import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { DayReason, WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { formatMonth, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { weeksOfMonth } from './year-days.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const legend = ['working', 'rest', 'off', 'worked'] as const;
const lookOf: Readonly<Record<DayReason, (typeof legend)[number]>> = {
  event: 'working',
  'working-day': 'working',
  'weekly-rest': 'rest',
  holiday: 'off',
  'worked-in-exchange': 'worked',
};

interface YearMonthsProps {
  readonly year: number;
  readonly calendar: WorkingCalendar;
}

/** The twelve months with every day that is worked or not; form and weight tell it, not colour alone. */
export function YearMonths({ year, calendar }: YearMonthsProps) {
  const { t } = useMessages();
  return (
    <div className="kc-page">
      <ul className="month-legend">
        {legend.map((look) => (
          <li key={look}>
            <span className="month-day" data-look={look} aria-hidden="true">
              8
            </span>
            {t(`calendar:legend-${look}`)}
          </li>
        ))}
      </ul>
      <div className="months">
        {Array.from({ length: 12 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the months of a year never move
          <Month key={index} year={year} month={index + 1} calendar={calendar} />
        ))}
      </div>
    </div>
  );
}

function Month({ year, month, calendar }: YearMonthsProps & { readonly month: number }) {
  const { t, language } = useMessages();
  const weeks = weeksOfMonth(year, month);
  const dates = weeks.flat().filter((date) => date !== null);
  return (
    <table className="month">
      <caption>
        <b>{formatMonth(month, language)}</b>
        <span>
          {t('calendar:month-working', {
            count: dates.filter((date) => calendar.isWorkingDay(date)).length,
          })}
        </span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`calendar:${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month never move
          <tr key={index}>
            {week.map((date, day) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor do the days of a week
              <td key={day}>{date && <Day date={date} calendar={calendar} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ date, calendar }: { readonly date: PlainDate; readonly calendar: WorkingCalendar }) {
  const { t, language } = useMessages();
  const { reason, holiday } = calendar.day(date);
  const look = lookOf[reason];
  const name = holiday && (language === 'vi' ? holiday.nameVi : holiday.nameEn);
  const words = [formatWeekdayDate(date, language), name ?? t(`calendar:legend-${look}`)].join(': ');
  return (
    <span
      className="month-day"
      data-look={look}
      data-today={date === dateInVietnam(new Date()) || undefined}
      title={words}
    >
      {Number(date.slice(8))}
      {holiday && <span className="kc-hidden"> {name}</span>}
    </span>
  );
}
