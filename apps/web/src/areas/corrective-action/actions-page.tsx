import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { foldForSearch } from '@kycuong/ui/form/choice.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, useNavigate } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { holdsAny, useAccount } from '../../session.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import type { ListedAction } from './action-details.ts';
import { ActionPanel } from './action-panel.tsx';
import { useActionColumns } from './use-action-columns.tsx';
import { useActionFilters } from './use-action-filters.ts';

export const correctiveActionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/corrective-actions',
  validateSearch: addressFilters,
  component: ActionsPage,
});

function fits(
  { status, severity, deadline, code, title, unit, conclusionNumber }: ListedAction,
  { q, state, severity: wanted, unit: unitId }: Readonly<Record<string, string | undefined>>,
): boolean {
  const words = foldForSearch(`${code} ${title} ${unit.name} ${conclusionNumber ?? ''}`);
  return (
    (state === undefined || (state === 'overdue' ? deadline?.kind === 'overdue' : status === state)) &&
    (wanted === undefined || severity === wanted) &&
    (unitId === undefined || unit.id === unitId) &&
    (q === undefined || words.includes(foldForSearch(q.trim())))
  );
}

function ActionsPage() {
  const { t } = useMessages();
  const account = useAccount();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(trpc.correctiveAction.list.queryOptions({}));
  const { values, set } = useAddressFilters();
  const filters = useActionFilters(data.actions);
  const columns = useActionColumns();
  const rows = data.actions.filter((action) => fits(action, values));
  const chosen = rows.find(({ actionId }) => actionId === values.open);
  const agency = holdsAny(account, ['agency-head']);
  const open = (actionId: string) =>
    void navigate({ to: '/corrective-actions/$actionId', params: { actionId } });
  return (
    <>
      <PageHeader title={t(agency ? 'corrective-action:title-agency' : 'corrective-action:title')} />
      <FilterBar
        filters={filters}
        values={values}
        onChange={set}
        search={t('corrective-action:search')}
        count={t('corrective-action:count', { count: rows.length })}
      />
      <ListWithPanel panel={chosen && <ActionPanel action={chosen} onClose={() => set('open', undefined)} />}>
        <DataTable
          label={t('corrective-action:list-label')}
          columns={columns}
          rows={rows}
          rowKey={({ actionId }) => actionId}
          chosen={values.open ?? null}
          onChoose={(key) => set('open', key)}
          onOpen={open}
          empty={
            data.actions.length === 0 ? (
              <EmptyState icon="flag" title={t('corrective-action:empty-title')}>
                {t('corrective-action:empty-text')}
              </EmptyState>
            ) : (
              <EmptyState icon="filter" title={t('corrective-action:nothing-left')}>
                {t('corrective-action:nothing-left-text')}
              </EmptyState>
            )
          }
        />
      </ListWithPanel>
    </>
  );
}
