import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { foldForSearch } from '@kycuong/ui/form/choice.ts';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';

export const checklistsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/checklists',
  validateSearch: addressFilters,
  component: ChecklistsPage,
});

function ChecklistsPage() {
  const { t, language } = useMessages();
  const { data } = useSuspenseQuery(trpc.checklist.list.queryOptions({}));
  const { values, set } = useAddressFilters();
  const wanted = foldForSearch(values.q ?? '').split(/\s+/);
  const rows = data.filter(({ title, code }) => {
    const text = foldForSearch(`${title.vi} ${title.en} ${code}`);
    return wanted.every((word) => text.includes(word));
  });
  return (
    <>
      <PageHeader
        title={t('checklist:title')}
        subtitle={t('checklist:lead')}
        acts={
          <Link to="/legal-bases" className={buttonClass()}>
            {t('checklist:legal-bases')}
          </Link>
        }
      />
      <FilterBar
        filters={[]}
        values={values}
        onChange={set}
        search={t('checklist:search')}
        count={t('checklist:count', { count: rows.length })}
      />
      <ListWithPanel>
        <DataTable
          label={t('checklist:list')}
          rows={rows}
          rowKey={({ versionId }) => versionId}
          empty={
            <EmptyState
              icon={data.length === 0 ? 'checklist' : 'search'}
              title={t(data.length === 0 ? 'checklist:empty-title' : 'checklist:nothing-found')}
            >
              {t(data.length === 0 ? 'checklist:empty-text' : 'checklist:nothing-found-text')}
            </EmptyState>
          }
          columns={[
            {
              key: 'name',
              title: t('checklist:name'),
              cell: ({ versionId, title }) => (
                <Link to="/checklists/$versionId" params={{ versionId }} className="list-link">
                  {title[language]}
                </Link>
              ),
            },
            {
              key: 'version',
              title: t('checklist:version'),
              width: '88px',
              cell: ({ number }) => t('checklist:version-number', { number }),
            },
            {
              key: 'status',
              title: t('checklist:status'),
              width: '152px',
              cell: ({ status }) => (
                <State
                  tone={status === 'published' ? 'done' : 'act'}
                  icon={status === 'published' ? 'done' : 'pencil'}
                >
                  {t(`checklist:status-${status}`)}
                </State>
              ),
            },
            {
              key: 'valid-from',
              title: t('checklist:valid-from'),
              width: '128px',
              cell: ({ validFrom }) => formatDate(validFrom),
            },
            {
              key: 'published',
              title: t('checklist:published-on'),
              width: '168px',
              cell: ({ publishedAt }) => (publishedAt === null ? '–' : formatInstant(publishedAt)),
            },
            {
              key: 'items',
              title: t('checklist:items'),
              align: 'end',
              width: '112px',
              cell: ({ itemCount }) => itemCount,
            },
          ]}
        />
      </ListWithPanel>
    </>
  );
}
