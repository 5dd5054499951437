import { importLists } from '@kycuong/domain/organisation/list-import.ts';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatInstant, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { EndlessList } from '../../endless-list.tsx';
import { holdsAny } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';

export const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports',
  validateSearch: addressFilters,
  component: guarded((account) => holdsAny(account, ['administrator']), ImportsPage),
});

/** Every list that came in, the newest first; each leads to its page. */
function ImportsPage() {
  const { t, language } = useMessages();
  const navigate = useNavigate();
  const { values, set } = useAddressFilters();
  const list = importLists.find((known) => known === values.list);
  const query = useInfiniteQuery(
    trpc.organisation.imports.infiniteQueryOptions(
      { ...(list && { list }) },
      { getNextPageParam: ({ next }) => next ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const imports = query.data?.pages.flatMap((page) => page.imports) ?? [];
  return (
    <>
      <PageHeader
        title={t('list-import:title')}
        here={t('list-import:title')}
        crumb={<Link to="/units">{t('organisation:title')}</Link>}
        subtitle={t('list-import:lead')}
      />
      <FilterBar
        filters={[
          {
            key: 'list',
            label: t('list-import:list'),
            options: importLists.map((value) => ({ value, label: t(`list-import:lists.${value}`) })),
          },
        ]}
        values={values}
        onChange={set}
      />
      <EndlessList
        query={query}
        label={t('list-import:title')}
        rows={imports}
        rowKey={({ id }) => id}
        chosen={undefined}
        choosingLeaves
        onChoose={(importId) => void navigate({ to: '/imports/$importId', params: { importId } })}
        panel={undefined}
        empty={
          <EmptyState icon="table" title={t('list-import:empty-title')}>
            {t('list-import:empty-text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'when',
            title: t('list-import:when'),
            width: '160px',
            cell: ({ importedAt }) => formatInstant(importedAt),
          },
          {
            key: 'list',
            title: t('list-import:list'),
            width: '120px',
            cell: (one) => t(`list-import:lists.${one.list}`),
          },
          {
            key: 'file',
            title: t('list-import:file'),
            cell: ({ fileName }) => fileName ?? <span className="kc-meta">{t('list-import:no-file')}</span>,
          },
          {
            key: 'who',
            title: t('list-import:who'),
            width: '18%',
            cell: ({ importerName }) => importerName,
          },
          {
            key: 'changes',
            title: t('list-import:changes'),
            width: '96px',
            align: 'end',
            cell: ({ changes }) => formatNumber(changes, language),
          },
          {
            key: 'state',
            title: t('list-import:state'),
            width: '168px',
            cell: ({ takenBack }) => <ImportState takenBack={takenBack !== null} />,
          },
        ]}
      />
    </>
  );
}

function ImportState({ takenBack }: { readonly takenBack: boolean }) {
  const { t } = useMessages();
  return takenBack ? (
    <State tone="calm" icon="undo">
      {t('list-import:taken-back')}
    </State>
  ) : (
    <State tone="done">{t('list-import:imported')}</State>
  );
}
