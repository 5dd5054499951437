import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMediaQuery } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { useCallback } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { holdsAny, useAccount } from '../../session.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { useActionColumns } from './action-columns.tsx';
import { useActionFilters } from './action-filters.ts';
import { ActionPanel } from './action-panel.tsx';
import { groupOf, shownActions } from './action-rows.ts';
import './corrective-action.css';

const listQuery = trpc.correctiveAction.list.queryOptions({});

export const correctiveActionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/corrective-actions',
  validateSearch: addressFilters,
  loader: () => queryClient.ensureQueryData(listQuery),
  component: ActionsPage,
});

function ActionsPage() {
  const { t } = useMessages();
  const { data } = useSuspenseQuery(listQuery);
  const { values, set } = useAddressFilters();
  const navigate = correctiveActionsRoute.useNavigate();
  const withPanel = useMediaQuery('(min-width: 1080px)', undefined, { getInitialValueInEffect: false });
  const account = useAccount();
  const own = holdsAny(account, ['agency-head']);
  const office = holdsAny(account, ['programme-office']);
  const rows = shownActions(data.actions, values, office ? 'answered' : 'awaiting');
  const filters = useActionFilters(data.actions);
  const open = useCallback(
    (actionId: string) => void navigate({ to: '/corrective-actions/$actionId', params: { actionId } }),
    [navigate],
  );
  const close = useCallback(() => set('open', undefined), [set]);
  const chosen = withPanel ? rows.find(({ actionId }) => actionId === values.open) : undefined;
  const columns = useActionColumns(data.actions, chosen !== undefined);
  const sizes = Map.groupBy(rows, groupOf);

  return (
    <>
      <PageHeader
        title={t(own ? 'corrective-action:title-agency' : 'corrective-action:title')}
        subtitle={t(own ? 'corrective-action:lead-agency' : 'corrective-action:lead')}
      />
      <FilterBar
        filters={filters}
        values={values}
        onChange={set}
        search={t('corrective-action:search')}
        count={t('corrective-action:count', { count: rows.length })}
      />
      {data.more && <Notice>{t('corrective-action:more')}</Notice>}
      <ListWithPanel panel={chosen && <ActionPanel key={chosen.actionId} row={chosen} onClose={close} />}>
        <DataTable
          label={t(own ? 'corrective-action:title-agency' : 'corrective-action:title')}
          columns={columns}
          rows={rows}
          rowKey={({ actionId }) => actionId}
          groupOf={(row) => {
            const group = groupOf(row);
            const count = sizes.get(group)?.length ?? 0;
            return {
              key: group,
              title: t(`corrective-action:group-${group}`),
              meta: t('corrective-action:count', { count }),
            };
          }}
          chosen={chosen?.actionId ?? null}
          onChoose={withPanel ? (actionId) => set('open', actionId) : open}
          onOpen={open}
          choosingLeaves={!withPanel}
          empty={
            data.actions.length === 0 ? (
              <EmptyState icon="flag" title={t('corrective-action:empty-title')}>
                {t('corrective-action:empty-text')}
              </EmptyState>
            ) : (
              <EmptyState icon="search" title={t('corrective-action:nothing-left')}>
                {t('corrective-action:nothing-left-text')}
              </EmptyState>
            )
          }
        />
      </ListWithPanel>
    </>
  );
}
