import { securityKinds } from '@kycuong/domain/access/security-event.ts';
import { addDays, dateInVietnam, isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { Loaded } from '../../loaded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { SecurityPanel } from './security-panel.tsx';
import { kindTone, personText, placeText } from './security-words.ts';

export const securityLogRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/security-log',
  validateSearch: addressFilters,
  component: SecurityLogPage,
});

const given = (date: string | undefined) => (date !== undefined && isPlainDate(date) ? date : undefined);

function SecurityLogPage() {
  const { t } = useMessages();
  const { values, set } = useAddressFilters();
  const today = dateInVietnam(new Date());
  const kind = securityKinds.find((known) => known === values.kind);
  const from = given(values.from);
  const until = given(values.until);
  const query = useInfiniteQuery(
    trpc.access.securityEvents.infiniteQueryOptions(
      {
        ...(kind && { kind }),
        ...(values.account && { accountId: values.account }),
        ...(from && { from }),
        ...(until && { until }),
      },
      { getNextPageParam: ({ next }) => next ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  const chosen = events.find(({ id }) => String(id) === values.open);
  const narrowed = ['kind', 'account', 'from', 'until'].some((key) => values[key] !== undefined);
  const days = [
    { value: today, label: t('trail:period-today') },
    { value: addDays(today, -6), label: t('trail:period-week') },
    { value: addDays(today, -29), label: t('trail:period-month') },
  ];
  const name = events.find(({ accountId }) => accountId === values.account)?.fullName;
  const onDay = (day: string | undefined) => {
    set('from', day);
    set('until', day);
  };
  return (
    <>
      <PageHeader title={t('access:security-log')} subtitle={t('access:security-log-lead')} />
      <FilterBar
        filters={[
          {
            key: 'kind',
            label: t('access:security-kind'),
            options: securityKinds.map((value) => ({ value, label: t(`access:security-kinds.${value}`) })),
          },
          {
            key: 'from',
            label: t('trail:from'),
            options: [
              ...days,
              ...(from && !days.some(({ value }) => value === from)
                ? [{ value: from, label: formatDate(from) }]
                : []),
            ],
          },
          ...(until
            ? [
                {
                  key: 'until',
                  label: t('trail:until'),
                  options: [{ value: until, label: formatDate(until) }],
                },
              ]
            : []),
          ...(values.account
            ? [
                {
                  key: 'account',
                  label: t('access:security-account'),
                  options: [{ value: values.account, label: name ?? t('trail:chosen') }],
                },
              ]
            : []),
        ]}
        values={values}
        onChange={set}
        count={
          query.data && t(query.hasNextPage ? 'trail:shown-more' : 'trail:shown', { count: events.length })
        }
      />
      <Loaded query={query}>
        {() => (
          <ListWithPanel
            panel={
              chosen && (
                <SecurityPanel
                  event={chosen}
                  onAccount={(id) => set('account', id)}
                  onDay={onDay}
                  onClose={() => set('open', undefined)}
                />
              )
            }
          >
            <DataTable
              label={t('access:security-log')}
              rows={events}
              rowKey={({ id }) => String(id)}
              chosen={values.open ?? null}
              onChoose={(key) => set('open', key)}
              empty={
                <EmptyState
                  icon={narrowed ? 'filter' : 'lock'}
                  title={t(narrowed ? 'access:security-none' : 'access:security-empty')}
                >
                  {t(narrowed ? 'access:security-none-text' : 'access:security-empty-text')}
                </EmptyState>
              }
              columns={[
                { key: 'when', title: t('trail:when'), width: '184px', cell: ({ at }) => formatInstant(at) },
                {
                  key: 'what',
                  title: t('trail:what'),
                  cell: (event) => (
                    <State
                      tone={kindTone(event.kind)}
                      icon={kindTone(event.kind) === 'calm' ? 'key' : 'warning'}
                    >
                      {t(`access:security-kinds.${event.kind}`)}
                      {event.more && ` ${t('access:security-more')}`}
                    </State>
                  ),
                },
                {
                  key: 'who',
                  title: t('access:security-account'),
                  width: '24%',
                  cell: (event) => personText(event, t),
                },
                {
                  key: 'where',
                  title: t('access:security-where'),
                  width: '28%',
                  cell: (event) => placeText(event, t),
                },
              ]}
            />
            {query.hasNextPage && (
              <p className="list-foot">
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t('trail:more')}
                </Button>
              </p>
            )}
          </ListWithPanel>
        )}
      </Loaded>
    </>
  );
}
