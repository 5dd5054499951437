import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { ExplainedDay } from '@kycuong/domain/calendar/working-days.ts';
import { formatWeekdayDate } from '../format.ts';
import { type Translate, useMessages } from '../i18n.ts';

export type CountedDay = Omit<ExplainedDay, 'reason'> & {
  readonly reason: ExplainedDay['reason'] | 'stopped';
  readonly late?: boolean;
};

interface CountedDaysProps {
  readonly label: string;
  readonly days: readonly CountedDay[];
  /** The last day of the period. */
  readonly due: PlainDate;
}

function reasonOf({ reason, number, holiday }: CountedDay, t: Translate, language: 'vi' | 'en'): string {
  if (reason === 'holiday')
    return t('parts:day-holiday', { name: (language === 'vi' ? holiday?.nameVi : holiday?.nameEn) ?? '' });
  return t(`parts:day-${reason}`, { number: number ?? 0 });
}

/** A period day by day: which days count, and why the others do not. */
export function CountedDays({ label, days, due }: CountedDaysProps) {
  const { t, language } = useMessages();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <ol className="kc-days" aria-label={label} tabIndex={0}>
      {days.map((day) => {
        const late = day.late === true && day.counted;
        return (
          <li key={day.date} className={late ? 'kc-day--late' : day.counted ? undefined : 'kc-day--off'}>
            <span>{formatWeekdayDate(day.date, language)}</span>
            <span>{reasonOf(day, t, language)}</span>
            {day.date === due && <b>{t('parts:day-due')}</b>}
            {late && <b>{t('parts:day-late')}</b>}
          </li>
        );
      })}
    </ol>
  );
}
