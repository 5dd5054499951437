import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { dayFilters } from '../../day-filters.ts';
import { EndlessList } from '../../endless-list.tsx';
import { holdsAny } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { TrailChain } from './trail-chain.tsx';
import { TrailPanel } from './trail-panel.tsx';
import { actionText, actorText, importSaid, thingText, trailAreas } from './trail-words.ts';

export const trailRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/trail',
  validateSearch: addressFilters,
  component: guarded((account) => holdsAny(account, ['administrator']), TrailPage),
});

function TrailPage() {
  const { t } = useMessages();
  const { values, set } = useAddressFilters();
  const { from, until, filters: days } = dayFilters({ values }, t);
  const query = useInfiniteQuery(
    trpc.trail.list.infiniteQueryOptions(
      {
        ...(values.q && { q: values.q }),
        ...(values.area && { area: values.area }),
        ...(values.actor && { actorId: values.actor }),
        ...(values.thing && { subjectId: values.thing }),
        ...(from && { from }),
        ...(until && { until }),
      },
      {
        getNextPageParam: ({ next }) => next ?? undefined,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const chosen = entries.find(({ seq }) => String(seq) === values.open);
  const narrowed = ['q', 'area', 'actor', 'thing', 'from', 'until'].some((key) => values[key] !== undefined);
  const kept = (value: string | undefined, label: string) => (value ? [{ value, label }] : []);
  return (
    <>
      <PageHeader title={t('trail:title')} subtitle={t('trail:lead')} tags={<TrailChain />} />
      <FilterBar
        filters={[
          {
            key: 'area',
            label: t('trail:area'),
            options: trailAreas.map((value) => ({ value, label: t(`trail:areas.${value}`) })),
          },
          ...days,
          ...(values.actor
            ? [
                {
                  key: 'actor',
                  label: t('trail:person'),
                  options: kept(
                    values.actor,
                    entries.find(({ actorId }) => actorId === values.actor)?.actorName ?? t('trail:chosen'),
                  ),
                },
              ]
            : []),
          ...(values.thing
            ? [{ key: 'thing', label: t('trail:thing'), options: kept(values.thing, t('trail:chosen')) }]
            : []),
        ]}
        values={values}
        onChange={set}
        search={t('trail:search')}
        count={
          query.data && t(query.hasNextPage ? 'trail:shown-more' : 'trail:shown', { count: entries.length })
        }
      />
      <EndlessList
        query={query}
        label={t('trail:list')}
        rows={entries}
        rowKey={({ seq }) => String(seq)}
        chosen={values.open}
        onChoose={(key) => set('open', key)}
        empty={
          <EmptyState
            icon={narrowed ? 'filter' : 'list'}
            title={t(narrowed ? 'trail:nothing-found' : 'trail:empty-title')}
          >
            {t(narrowed ? 'trail:nothing-found-text' : 'trail:empty-text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'when',
            title: t('trail:when'),
            width: '184px',
            cell: ({ at }) => formatInstant(at),
          },
          { key: 'who', title: t('trail:who'), width: '22%', cell: (entry) => actorText(entry, t) },
          { key: 'what', title: t('trail:what'), cell: ({ action }) => actionText(action, t) },
          {
            key: 'on-what',
            title: t('trail:on-what'),
            width: '24%',
            cell: (entry) =>
              [thingText(entry, t), entry.unitName, ...Object.values(importSaid(entry))]
                .filter(Boolean)
                .join(' · '),
          },
          {
            key: 'seal',
            title: t('trail:seal'),
            width: '112px',
            cell: ({ seal }) => (
              <span className="kc-meta">
                {seal ? t('trail:seal-of', { number: seal.number }) : t('trail:unsealed')}
              </span>
            ),
          },
        ]}
        panel={chosen && <TrailPanel entry={chosen} onNarrow={set} onClose={() => set('open', undefined)} />}
      />
    </>
  );
}
