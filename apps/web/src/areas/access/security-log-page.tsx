import { securityKinds } from '@kycuong/domain/access/security-event.ts';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { dayFilters } from '../../day-filters.ts';
import { EndlessList } from '../../endless-list.tsx';
import { holdsAny } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { SecurityPanel } from './security-panel.tsx';
import { kindTone, personText, placeText } from './security-words.ts';

export const securityLogRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/security-log',
  validateSearch: addressFilters,
  component: guarded((account) => holdsAny(account, ['administrator']), SecurityLogPage),
});

function SecurityLogPage() {
  const { t } = useMessages();
  const { values, set } = useAddressFilters();
  const kind = securityKinds.find((known) => known === values.kind);
  const { from, until, filters: days } = dayFilters({ values }, t);
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
  const name = events.find(({ accountId }) => accountId === values.account)?.fullName;
  const onDay = (day: string | undefined) => {
    set('from', day);
    set('until', day);
  };
  return (
    <>
      <PageHeader title={t('security-log:title')} subtitle={t('security-log:lead')} />
      <FilterBar
        filters={[
          {
            key: 'kind',
            label: t('security-log:kind'),
            options: securityKinds.map((value) => ({ value, label: t(`security-log:kinds.${value}`) })),
          },
          ...days,
          ...(values.account
            ? [
                {
                  key: 'account',
                  label: t('security-log:account'),
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
      <EndlessList
        query={query}
        label={t('security-log:title')}
        rows={events}
        rowKey={({ id }) => String(id)}
        chosen={values.open}
        onChoose={(key) => set('open', key)}
        empty={
          <EmptyState
            icon={narrowed ? 'filter' : 'lock'}
            title={t(narrowed ? 'security-log:none' : 'security-log:empty')}
          >
            {t(narrowed ? 'security-log:none-text' : 'security-log:empty-text')}
          </EmptyState>
        }
        columns={[
          { key: 'when', title: t('trail:when'), width: '184px', cell: ({ at }) => formatInstant(at) },
          {
            key: 'what',
            title: t('trail:what'),
            cell: (event) => (
              <State tone={kindTone(event.kind)} icon={kindTone(event.kind) === 'calm' ? 'key' : 'warning'}>
                {t(`security-log:kinds.${event.kind}`)}
                {event.more && ` ${t('security-log:more')}`}
              </State>
            ),
          },
          {
            key: 'who',
            title: t('security-log:account'),
            width: '24%',
            cell: (event) => personText(event, t),
          },
          {
            key: 'where',
            title: t('security-log:where'),
            width: '28%',
            cell: (event) => placeText(event, t),
          },
        ]}
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
      />
    </>
  );
}
