import { addDays, dateInVietnam, dayOfWeek } from '@kycuong/domain/calendar/plain-date.ts';
import { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { mayDo, useAccount } from '../../session.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { DeadlineCalculator } from './deadline-calculator.tsx';
import { HolidayList } from './holiday-list.tsx';
import { StepList } from './step-list.tsx';
import { daysOfYear } from './year-days.ts';
import { YearMonths } from './year-months.tsx';
import { YearSources } from './year-sources.tsx';
import './calendar.css';

export const holidaysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/holidays',
  validateSearch: addressFilters,
  component: HolidaysPage,
});

const views = ['list', 'months', 'deadline', 'steps'] as const;
/** Those that show one year. */
const yearly: readonly (typeof views)[number][] = ['list', 'months'];

function HolidaysPage() {
  const { t } = useMessages();
  const account = useAccount();
  const { values, set } = useAddressFilters();
  const { data } = useSuspenseQuery(trpc.calendar.list.queryOptions({}));
  const view = views.find((known) => known === values.view) ?? 'list';
  const thisYear = Number(dateInVietnam(new Date()).slice(0, 4));
  const known = data.years.map(({ year }) => year);
  // The year after the last known one, so that its notice can be entered.
  const choices = [...known, Math.max(thisYear - 1, ...known) + 1];
  const year = choices.find((choice) => String(choice) === values.year) ?? thisYear;
  const calendar = new WorkingCalendar(data.holidays, data.years);
  const days = data.holidays.filter(({ date }) => date.startsWith(`${year}-`));
  const notice = data.years.find((row) => row.year === year);
  const confirmed = notice?.confirmed === true;
  const mayEdit = mayDo(account, 'calendar.set-holiday');
  const working = calendar.workingDaysBetween(addDays(`${year}-01-01`, -1), `${year}-12-31`);
  const sum = {
    year,
    working,
    off: daysOfYear(year).filter(
      (date) => calendar.day(date).reason === 'holiday' && ![0, 6].includes(dayOfWeek(date)),
    ).length,
    worked: days.filter(({ kind }) => kind === 'worked').length,
  };
  return (
    <>
      <PageHeader
        title={t('calendar:title')}
        subtitle={
          view === 'deadline' || view === 'steps' ? t(`calendar:${view}-lead`) : t('calendar:year-sum', sum)
        }
        tags={
          yearly.includes(view) && (
            <Tag tone={confirmed ? 'done' : 'soon'} icon={confirmed ? 'done' : 'partly'}>
              {t(confirmed ? 'calendar:confirmed' : 'calendar:unconfirmed', { year })}
            </Tag>
          )
        }
        acts={
          mayEdit &&
          view === 'list' && (
            <>
              <Button onClick={() => set('open', 'year')}>{t('calendar:year-confirm')}</Button>
              <Button kind="main" icon="plus" onClick={() => set('open', 'new')}>
                {t('calendar:add')}
              </Button>
            </>
          )
        }
      />
      <div className="kc-filters">
        <Segment
          label={t('calendar:view')}
          value={view}
          onChange={(next) => set('view', next === 'list' ? undefined : next)}
          options={views.map((value) => ({ value, label: t(`calendar:view-${value}`) }))}
        />
        {yearly.includes(view) && (
          <Segment
            label={t('calendar:year')}
            value={String(year)}
            onChange={(next) => set('year', next === String(thisYear) ? undefined : next)}
            options={choices.map((choice) => ({ value: String(choice), label: String(choice) }))}
          />
        )}
        {view === 'list' && (
          <span className="kc-filters-count" role="status">
            {t('calendar:count', { count: days.length })}
          </span>
        )}
      </div>
      {yearly.includes(view) && notice && <YearSources years={[notice]} />}
      {view === 'list' && (
        <HolidayList
          key={year}
          year={year}
          days={days}
          notice={notice}
          mayEdit={mayEdit}
          open={values.open}
          onOpen={(key) => set('open', key)}
        />
      )}
      {view === 'months' && <YearMonths year={year} calendar={calendar} />}
      {view === 'deadline' && <DeadlineCalculator calendar={calendar} years={data.years} />}
      {view === 'steps' && (
        <StepList
          mayEdit={mayDo(account, 'planning.set-deadline')}
          open={values.open}
          onOpen={(key) => set('open', key)}
        />
      )}
    </>
  );
}
