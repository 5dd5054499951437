import { conclusionStates } from '@kycuong/domain/conclusion/conclusion-state.ts';
import { type Column, DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { foldForSearch } from '@kycuong/ui/form/choice.ts';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, useNavigate } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../api.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { ConclusionStateWord, conclusionStateKeys } from './conclusion-state-word.tsx';

type Row = inferOutput<typeof trpc.conclusion.list>[number];

export const conclusionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conclusions',
  validateSearch: addressFilters,
  component: ConclusionsPage,
});

function useColumns(): Column<Row>[] {
  const { t } = useMessages();
  return [
    {
      key: 'state',
      title: t('conclusion:state'),
      width: '180px',
      cell: ({ status }) => <ConclusionStateWord status={status} />,
    },
    { key: 'round', title: t('conclusion:round'), cell: ({ round }) => `${round.code} · ${round.name}` },
    { key: 'by', title: t('conclusion:submitted-by'), cell: ({ submittedByName }) => submittedByName },
    {
      key: 'at',
      title: t('conclusion:submitted-at'),
      width: '160px',
      cell: ({ submittedAt }) => formatInstant(submittedAt),
    },
    { key: 'number', title: t('conclusion:number'), width: '140px', cell: ({ number }) => number ?? '–' },
    {
      key: 'issued',
      title: t('conclusion:issued-on'),
      width: '128px',
      cell: ({ issuedOn }) => (issuedOn ? formatDate(issuedOn) : '–'),
    },
    {
      key: 'requirements',
      title: t('conclusion:requirements'),
      align: 'end',
      width: '96px',
      cell: ({ requirements }) => requirements,
    },
  ];
}

function ConclusionsPage() {
  const { t } = useMessages();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(trpc.conclusion.list.queryOptions({}));
  const { values, set } = useAddressFilters();
  const { q, state } = values;
  const columns = useColumns();
  const rows = data.filter(
    ({ status, round, number, submittedByName }) =>
      (state === undefined || status === state) &&
      (q === undefined ||
        foldForSearch(`${round.code} ${round.name} ${number ?? ''} ${submittedByName}`).includes(
          foldForSearch(q.trim()),
        )),
  );
  return (
    <>
      <PageHeader title={t('conclusion:title')} />
      <FilterBar
        filters={[
          {
            key: 'state',
            label: t('conclusion:state'),
            options: conclusionStates.map((value) => ({ value, label: t(conclusionStateKeys[value]) })),
          },
        ]}
        values={values}
        onChange={set}
        search={t('conclusion:search')}
        count={t('conclusion:count', { count: rows.length })}
      />
      <div className="kc-split">
        <div className="kc-split-list">
          <DataTable
            label={t('conclusion:list-label')}
            columns={columns}
            rows={rows}
            rowKey={({ conclusionId }) => conclusionId}
            onChoose={(conclusionId) =>
              void navigate({ to: '/conclusions/$conclusionId', params: { conclusionId } })
            }
            empty={
              <EmptyState icon="document" title={t('conclusion:empty-title')}>
                {t('conclusion:empty-text')}
              </EmptyState>
            }
          />
        </div>
      </div>
    </>
  );
}
