import './quality.css';
import { qualityStatuses } from '@kycuong/domain/quality/quality-status.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { QualityState } from '@kycuong/ui/console/quality-state.tsx';
import { foldForSearch } from '@kycuong/ui/form/choice.ts';
import { formatDate, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { useAccount } from '../../session.ts';
import { useAddressFilters } from '../../use-address-filters.ts';

/** Every unit that the reader keeps, with where its system stands today and what it needs. */
export function QualityListPage() {
  const { t, language } = useMessages();
  const { values, set } = useAddressFilters();
  const account = useAccount();
  const navigate = useNavigate();
  const { data: areas } = useSuspenseQuery(trpc.statistics.areas.queryOptions({}));
  const own = account.grants.find(({ role }) => role === 'agency-head')?.unitId;
  const areaId = own ?? areas[0]?.id ?? account.unit?.id ?? '';
  const { data } = useSuspenseQuery(trpc.quality.list.queryOptions({ areaId }));
  const living = data.rows.filter(({ ended }) => !ended);
  // Who heads one unit has no list to choose from.
  if (own && living.length === 1 && living[0])
    return <Navigate to="/quality-systems/$unitId" params={{ unitId: living[0].unitId }} replace />;
  const wanted = foldForSearch(values.q ?? '');
  const rows = data.rows.filter(
    (row) =>
      foldForSearch(row.name).includes(wanted) &&
      (values.status === undefined || row.status === values.status) &&
      (values.kind === undefined ? wanted !== '' || !row.ended : kindOf(row) === values.kind) &&
      (values.todo === undefined || row.redeclare !== null),
  );
  const date = (day: string | null) => (day === null ? '' : formatDate(day));
  return (
    <>
      <PageHeader
        title={t('quality:list-title')}
        subtitle={t('quality:list-lead')}
        acts={
          <Link to="/editions" className={buttonClass()}>
            {t('quality:editions')}
          </Link>
        }
      />
      <FilterBar
        search={t('quality:list-search')}
        values={values}
        onChange={set}
        count={t('quality:list-count', { count: formatNumber(rows.length, language) })}
        filters={[
          {
            key: 'status',
            label: t('quality:status'),
            options: qualityStatuses.map((value) => ({ value, label: t(`quality:status-${value}`) })),
          },
          {
            key: 'kind',
            label: t('quality:unit-kind'),
            options: [
              { value: 'commune', label: t('quality:kind-commune') },
              { value: 'agency', label: t('quality:kind-agency') },
              { value: 'ended', label: t('quality:kind-ended') },
            ],
          },
          {
            key: 'todo',
            label: t('quality:to-do'),
            options: [{ value: 'redeclare', label: t('quality:redeclare-yes') }],
          },
        ]}
      />
      <div className="kc-split-list quality-list">
        <DataTable
          label={t('quality:list-title')}
          rows={rows}
          rowKey={({ unitId }) => unitId}
          onOpen={(unitId) => void navigate({ to: '/quality-systems/$unitId', params: { unitId } })}
          columns={[
            {
              key: 'name',
              title: t('quality:unit'),
              width: '24%',
              cell: ({ unitId, name, parentName, commune, ended }) => (
                <>
                  <Link to="/quality-systems/$unitId" params={{ unitId }}>
                    {name}
                  </Link>
                  {(!commune || ended) && parentName && <small className="kc-meta"> {parentName}</small>}
                </>
              ),
            },
            {
              key: 'status',
              title: t('quality:status'),
              width: '20%',
              cell: ({ status }) => <QualityState status={status} />,
            },
            { key: 'since', title: t('quality:since'), align: 'end', cell: ({ since }) => date(since) },
            {
              key: 'audited',
              title: t('quality:audited'),
              align: 'end',
              cell: ({ auditedOn }) => date(auditedOn),
            },
            {
              key: 'reviewed',
              title: t('quality:reviewed'),
              align: 'end',
              cell: ({ reviewedOn }) => date(reviewedOn),
            },
            {
              key: 'lapses',
              title: t('quality:lapses-on'),
              align: 'end',
              cell: ({ lapsesOn }) => date(lapsesOn),
            },
            {
              key: 'todo',
              title: t('quality:to-do'),
              cell: ({ redeclare }) =>
                redeclare && (
                  <State tone="soon" icon="repeat">
                    {t('quality:redeclare-yes')}
                  </State>
                ),
            },
          ]}
          empty={
            <EmptyState title={t('quality:list-empty-title')}>{t('quality:list-empty-text')}</EmptyState>
          }
        />
      </div>
    </>
  );
}

/** Units that have ended are out of the way until they are asked for, by kind or by name. */
function kindOf({ commune, ended }: { readonly commune: boolean; readonly ended: boolean }) {
  if (ended) return 'ended';
  return commune ? 'commune' : 'agency';
}
