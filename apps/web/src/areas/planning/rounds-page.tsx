import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { holdsAny, useAccount } from '../../session.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { fitsFilters, rowsOf } from './round-rows.ts';
import { useRoundColumns, useRoundGroup } from './use-round-columns.tsx';
import { useRoundFilters } from './use-round-filters.ts';
import { VisitPanel } from './visit-panel.tsx';

export const roundsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rounds',
  validateSearch: addressFilters,
  component: RoundsPage,
});

function RoundsPage() {
  const { t } = useMessages();
  const account = useAccount();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(trpc.planning.listRounds.queryOptions({}));
  const { values, set } = useAddressFilters();
  const filters = useRoundFilters(data.rounds);
  const columns = useRoundColumns();
  const groupOf = useRoundGroup();
  const rows = rowsOf(data.rounds).filter((row) => fitsFilters(row, values, dateInVietnam(new Date())));
  const chosen = rows.find(({ visit }) => visit.visitId === values.open);
  const office = holdsAny(account, ['programme-office']);
  const agency = holdsAny(account, ['agency-head']);
  const nothing =
    data.rounds.length === 0 ? (
      <EmptyState icon="route" title={t('planning:empty-title')}>
        {t(office ? 'planning:empty-text' : 'planning:empty-text-reader')}
      </EmptyState>
    ) : (
      <EmptyState icon="filter" title={t('planning:nothing-left')}>
        {t('planning:nothing-left-text')}
      </EmptyState>
    );
  return (
    <>
      <PageHeader
        title={t(agency ? 'planning:title-agency' : 'planning:title')}
        subtitle={t('planning:rounds', { count: data.rounds.length })}
        acts={
          <>
            {(office || holdsAny(account, ['inspector'])) && (
              <Link to="/rounds/parcel" className={buttonClass()}>
                <Icon name="tablet" />
                <span>{t('parcel:title')}</span>
              </Link>
            )}
            {office && (
              <Link to="/rounds/new" className={buttonClass({ kind: 'main' })}>
                <Icon name="plus" />
                <span>{t('planning:new')}</span>
              </Link>
            )}
          </>
        }
      />
      <FilterBar
        filters={filters}
        values={values}
        onChange={set}
        search={t('planning:search')}
        count={t('planning:visits', { count: rows.length })}
      />
      <ListWithPanel panel={chosen && <VisitPanel row={chosen} onClose={() => set('open', undefined)} />}>
        <DataTable
          label={t('planning:list-label')}
          columns={columns}
          rows={rows}
          rowKey={({ visit }) => visit.visitId}
          groupOf={groupOf}
          chosen={values.open ?? null}
          onChoose={(key) => set('open', key)}
          onOpen={(visitId) => void navigate({ to: '/visits/$visitId', params: { visitId } })}
          empty={nothing}
        />
      </ListWithPanel>
    </>
  );
}
