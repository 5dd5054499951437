import { deviceStates } from '@kycuong/domain/device/device-state.ts';
import { type Column, DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatBytes, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { useOpened } from '../../decision/use-opened.ts';
import { Loaded } from '../../loaded.tsx';
import { mayDoSomewhere } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import './device.css';
import { DevicePanel } from './device-panel.tsx';
import { DeviceStateWord } from './device-state-word.tsx';
import { type ListedDevice, unsentInWords } from './device-words.ts';

export const devicesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/devices',
  validateSearch: addressFilters,
  component: guarded((account) => mayDoSomewhere(account, 'device.order-wipe'), DevicesPage),
});

function DevicesPage() {
  const { t, language } = useMessages();
  const { values, set } = useAddressFilters();
  const state = deviceStates.find((known) => known === values.state);
  const query = useQuery(
    trpc.device.list.queryOptions(
      { ...(values.q && { q: values.q }), ...(state && { state }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const { thing: chosen } = useOpened(
    values.open,
    query.data?.find(({ id }) => id === values.open),
  );
  const narrowed = values.q !== undefined || state !== undefined;
  return (
    <>
      <PageHeader title={t('device:title')} subtitle={t('device:lead')} />
      <FilterBar
        filters={[
          {
            key: 'state',
            label: t('device:state'),
            options: deviceStates.map((value) => ({ value, label: t(`device:state-${value}`) })),
          },
        ]}
        values={values}
        onChange={set}
        search={t('device:search')}
        count={query.data && t('device:count', { count: query.data.length })}
      />
      <Loaded query={query}>
        {(devices) => {
          const told: readonly Column<ListedDevice>[] = [
            {
              key: 'free',
              title: t('device:free'),
              width: '104px',
              cell: ({ freeBytes }) => (freeBytes === null ? '–' : formatBytes(freeBytes, language)),
            },
            {
              key: 'version',
              title: t('device:version'),
              width: '104px',
              cell: ({ appVersion }) => appVersion ?? '–',
            },
          ];
          return (
            <ListWithPanel
              panel={
                chosen && (
                  <DevicePanel key={chosen.id} device={chosen} onClose={() => set('open', undefined)} />
                )
              }
            >
              <DataTable
                label={t('device:title')}
                rows={devices}
                rowKey={({ id }) => id}
                chosen={values.open ?? null}
                onChoose={(key) => set('open', key)}
                empty={
                  <EmptyState
                    icon={narrowed ? 'filter' : 'tablet'}
                    title={t(narrowed ? 'device:nothing-found' : 'device:empty-title')}
                  >
                    {t(narrowed ? 'device:nothing-found-text' : 'device:empty-text')}
                  </EmptyState>
                }
                columns={[
                  { key: 'name', title: t('device:name'), cell: ({ label }) => label },
                  {
                    key: 'users',
                    title: t('device:users'),
                    width: '20%',
                    cell: ({ users }) => users.map(({ fullName }) => fullName).join(', ') || '–',
                  },
                  {
                    key: 'contact',
                    title: t('device:last-contact'),
                    width: chosen ? '108px' : '160px',
                    cell: ({ lastContactAt }) =>
                      lastContactAt ? formatInstant(lastContactAt) : t('device:never'),
                  },
                  {
                    key: 'unsent',
                    title: t('device:unsent'),
                    width: '17%',
                    cell: (device) => unsentInWords(device, t),
                  },
                  // Beside the panel, which tells them too, there is no room for these.
                  ...(chosen ? [] : told),
                  {
                    key: 'state',
                    title: t('device:state'),
                    width: '160px',
                    cell: (device) => <DeviceStateWord state={device.state} />,
                  },
                ]}
              />
            </ListWithPanel>
          );
        }}
      </Loaded>
    </>
  );
}
