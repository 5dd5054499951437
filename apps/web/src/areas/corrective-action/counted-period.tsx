import type { ExplainedDay } from '@kycuong/domain/calendar/working-days.ts';
import { CountedDays } from '@kycuong/ui/console/counted-days.tsx';
import type { Explanation } from '@kycuong/ui/console/why.tsx';
import { formatDate, formatDayMonth, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';

interface Period {
  /** From the event's day to the last one. */
  readonly days: readonly ExplainedDay[];
  /** How long it is, in words. */
  readonly length: string;
  /** Only working days are counted; else a last day off moves it to the next working day. */
  readonly inWorkingDays: boolean;
  /** What happened on the day that is not counted. */
  readonly event: string;
  /** Years whose holidays are not announced yet. */
  readonly unconfirmedYears?: readonly number[];
}

/** Why a period ends when it does: holidays by name, each day on demand. */
export function useCountedPeriod(): (period: Period) => Explanation {
  const { t, language } = useMessages();
  return ({ days, length, inWorkingDays, event, unconfirmedYears = [] }) => {
    const [first] = days;
    const last = days.at(-1);
    const off = inWorkingDays ? days.filter(({ reason }) => reason === 'holiday') : [];
    const rest = days.filter(({ reason }) => reason === 'weekly-rest').length;
    const name = ({ holiday }: ExplainedDay) => (language === 'vi' ? holiday?.nameVi : holiday?.nameEn) ?? '';
    const years = unconfirmedYears.join(', ');
    return {
      facts: [
        [event, first ? formatDate(first.date) : ''],
        [t('corrective-action:why-days'), length],
        ...off.map((day): [string, string] => [
          t('corrective-action:why-off'),
          `${formatDayMonth(day.date)} ${name(day)}`,
        ]),
        ...(inWorkingDays
          ? [
              [
                t('corrective-action:why-weekends'),
                t('corrective-action:why-weekends-value', { count: rest }),
              ] as const,
            ]
          : []),
        [t('corrective-action:why-due'), last ? formatWeekdayDate(last.date, language) : ''],
      ],
      rule: (
        <>
          {t(inWorkingDays ? 'corrective-action:why-rule' : 'conclusion:due-why-rest')}
          {years && ` ${t('corrective-action:why-unconfirmed', { years })}`}
        </>
      ),
      source: t('corrective-action:why-source'),
      ...(last && {
        detail: {
          title: t('corrective-action:why-each-day'),
          content: <CountedDays label={t('corrective-action:why-each-day')} days={days} due={last.date} />,
        },
      }),
    };
  };
}
