import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { TaskGroup } from '@kycuong/ui/console/task-list.tsx';
import { formatDate, formatDayMonth, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { HomeSide, useHasSide } from './home-side.tsx';
import { RedeclareGroup } from './redeclare-group.tsx';
import { Task } from './task.tsx';
import { groupWork, type MyWork } from './task-words.ts';

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: HomePage,
});

const groupKeys = {
  overdue: 'notice:overdue',
  'this-week': 'notice:this-week',
  'next-week': 'notice:next-week',
  later: 'notice:later',
} as const;

function useSubtitle({ today, daysOff }: MyWork): string {
  const { t, language } = useMessages();
  const names = daysOff.map(
    ({ date, nameVi, nameEn }) => `${formatDayMonth(date)} (${language === 'vi' ? nameVi : nameEn})`,
  );
  const day = `${formatWeekdayDate(today, language)}.`;
  return names.length === 0 ? day : `${day} ${t('notice:days-off', { days: names.join(', ') })}`;
}

function HomePage() {
  const { t } = useMessages();
  const { data } = useSuspenseQuery(trpc.notice.myWork.queryOptions({}));
  const groups = groupWork(data.items, data.today);
  const subtitle = useSubtitle(data);
  const hasSide = useHasSide(data);
  // Only the most overdue one is tinted: one thing at a time shouts.
  const urgent = groups[0]?.key === 'overdue' ? groups[0].items[0] : undefined;
  return (
    <>
      <PageHeader title={t('shell:nav-home')} subtitle={subtitle} />
      <div className={hasSide ? 'kc-page kc-page--with-side' : 'kc-page'}>
        <div>
          {groups.length === 0 && data.redeclarations.length === 0 && (
            <EmptyState icon={data.firstRoleFrom ? 'clock' : 'done'} title={t('shell:home-empty-title')}>
              {data.firstRoleFrom
                ? t('shell:home-role-later', { date: formatDate(data.firstRoleFrom) })
                : t('shell:home-empty-text')}
            </EmptyState>
          )}
          {groups.map(({ key, items }) => (
            <TaskGroup key={key} title={t(groupKeys[key])} meta={t('notice:tasks', { count: items.length })}>
              {items.map((item) => (
                <Task key={`${item.kind}-${item.id}`} item={item} urgent={item === urgent} />
              ))}
            </TaskGroup>
          ))}
          <RedeclareGroup redeclarations={data.redeclarations} />
        </div>
        {hasSide && <HomeSide work={data} />}
      </div>
    </>
  );
}
