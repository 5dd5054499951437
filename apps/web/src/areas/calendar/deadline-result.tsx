import type { ExplainedDay, WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import type { Period } from './period.ts';
import type { ShownYear } from './shown-days.ts';
import { YearSources } from './year-sources.tsx';

interface DeadlineResultProps {
  readonly calendar: WorkingCalendar;
  readonly years: readonly ShownYear[];
  readonly period: Period;
}

export function DeadlineResult({ calendar, years, period }: DeadlineResultProps) {
  const { t, language } = useMessages();
  const { from, amount, unit } = period;
  const due = calendar.addDeadline(from, { amount, unit });
  const days = calendar.explain(from, due);
  const open = calendar.unconfirmedYears(from, due);
  const reasonOf = ({ reason, holiday }: ExplainedDay) => {
    const name = holiday && (language === 'vi' ? holiday.nameVi : holiday.nameEn);
    const words = t(`calendar:reason-${reason}`);
    return name === null ? words : `${words}: ${name} (${holiday?.source})`;
  };
  return (
    <section className="deadline-result" aria-live="polite">
      <h2>{t('calendar:deadline-result')}</h2>
      <p className="deadline-date">{formatWeekdayDate(due, language)}</p>
      <p className="kc-meta">
        {t('calendar:deadline-counted', {
          from: formatDate(from),
          count: days.filter(({ counted }) => counted).length,
        })}
        {' · '}
        {t('calendar:deadline-rule')}
      </p>
      {open.length > 0 && (
        <Notice tone="soon" icon="partly">
          {t('calendar:deadline-provisional', { years: open.join(', ') })}
        </Notice>
      )}
      <YearSources
        years={years.filter(
          ({ year }) => from.slice(0, 4) <= String(year) && String(year) <= due.slice(0, 4),
        )}
      />
      <h3>{t('calendar:explain-title')}</h3>
      <DataTable
        label={t('calendar:explain-title')}
        rows={days}
        rowKey={({ date }) => date}
        chosen={due}
        columns={[
          {
            key: 'date',
            title: t('calendar:date'),
            width: '200px',
            cell: ({ date }) => formatWeekdayDate(date, language),
          },
          {
            key: 'number',
            title: t('calendar:explain-number'),
            align: 'end',
            width: '88px',
            cell: ({ number }) => number ?? '–',
          },
          {
            key: 'reason',
            title: t('calendar:explain-reason'),
            cell: (day) =>
              day.date === due ? (
                <>
                  {reasonOf(day)} · <b>{t('calendar:reason-last')}</b>
                </>
              ) : day.counted ? (
                reasonOf(day)
              ) : (
                <span className="not-counted">{reasonOf(day)}</span>
              ),
          },
        ]}
      />
    </section>
  );
}
