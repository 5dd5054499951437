import { dateInVietnam, isPlainDate, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { unitTiers } from '@kycuong/domain/organisation/unit-tier.ts';
import { AsOfDate } from '@kycuong/ui/console/as-of-date.tsx';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { Fragment } from 'react';
import { trpc } from '../../api.ts';
import { Loaded } from '../../loaded.tsx';
import { mayDo, useAccount } from '../../session.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { FormerUnits } from './former-units.tsx';
import { NoUnits } from './no-units.tsx';
import { UnitPanel } from './unit-panel.tsx';
import { useUnitColumns } from './use-unit-columns.tsx';

export const unitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units',
  validateSearch: addressFilters,
  component: UnitsPage,
});

/** The last day of the three tiers and the first day of the two. */
const presets: readonly PlainDate[] = ['2025-06-30', '2025-07-01'];

function UnitsPage() {
  const { t, language } = useMessages();
  const navigate = useNavigate();
  const mayImport = mayDo(useAccount(), 'organisation.import-units');
  const { values, set } = useAddressFilters();
  const today = dateInVietnam(new Date());
  const on = values.on !== undefined && isPlainDate(values.on) ? values.on : today;
  const tier = unitTiers.find((known) => known === values.tier);
  const deep = tier !== undefined || values.q !== undefined;
  const query = useQuery(
    trpc.organisation.list.queryOptions(
      {
        on,
        ...(values.under && { under: values.under }),
        ...(values.q && { q: values.q }),
        ...(tier && { tier }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const path = query.data?.path ?? [];
  const place = path.at(-1);
  // Without `under` the server goes below the top by itself where only one unit stands there.
  const entered = values.under === undefined ? undefined : place;
  const columns = useUnitColumns({ deep, narrow: values.open !== undefined, on });
  const kept = values.on === undefined ? {} : { on: values.on };

  const enter = (id: string, below: number) =>
    below > 0
      ? void navigate({ to: '/units', search: { ...kept, under: id } })
      : void navigate({ to: '/units/$unitId', params: { unitId: id } });

  return (
    <>
      <PageHeader
        title={entered?.name ?? t('organisation:title')}
        {...(entered
          ? {
              crumb: (
                <>
                  <Link to="/units" search={kept}>
                    {t('organisation:whole-country')}
                  </Link>
                  {path.slice(0, -1).map(({ id, name }) => (
                    <Fragment key={id}>
                      {' / '}
                      <Link to="/units" search={{ ...kept, under: id }}>
                        {name}
                      </Link>
                    </Fragment>
                  ))}
                </>
              ),
              here: entered.name,
            }
          : { subtitle: place ? t('organisation:lead-in', { name: place.name }) : t('organisation:lead') })}
        acts={
          <>
            {entered && (
              <Link to="/units/$unitId" params={{ unitId: entered.id }} className={buttonClass()}>
                {t('organisation:open-page')}
              </Link>
            )}
            {mayImport && values.under === undefined && (
              <>
                <Link to="/imports" className={buttonClass()}>
                  {t('list-import:short')}
                </Link>
                <Link to="/units/import-lineage" className={buttonClass()}>
                  {t('organisation:import-lineage')}
                </Link>
                <Link to="/units/import" className={buttonClass({ kind: 'main' })}>
                  <Icon name="upload" />
                  <span>{t('organisation:import-short')}</span>
                </Link>
              </>
            )}
          </>
        }
      />
      <FilterBar
        filters={[
          {
            key: 'tier',
            label: t('organisation:tier'),
            options: unitTiers.map((value) => ({ value, label: t(`organisation:tier-${value}`) })),
          },
        ]}
        values={values}
        onChange={set}
        search={t('organisation:search')}
        count={query.data && t('organisation:count', { count: query.data.total })}
      >
        <AsOfDate
          value={on}
          today={today}
          presets={presets}
          onChange={(date) => set('on', date === today ? undefined : date)}
        />
      </FilterBar>
      <Loaded query={query}>
        {({ units, total, former }) => {
          const chosen = units.find(({ id }) => id === values.open);
          const counts = Map.groupBy(units, (unit) => unit.tier);
          return (
            <ListWithPanel
              panel={chosen && <UnitPanel line={chosen} on={on} onClose={() => set('open', undefined)} />}
            >
              <DataTable
                label={t('organisation:list')}
                columns={columns}
                rows={units}
                rowKey={({ id }) => id}
                groupOf={(unit) => ({
                  key: unit.tier,
                  title: t(`organisation:tier-${unit.tier}`),
                  meta:
                    units.length < total ? '' : formatNumber(counts.get(unit.tier)?.length ?? 0, language),
                })}
                chosen={values.open ?? null}
                onChoose={(key) => set('open', key)}
                onOpen={(key) => enter(key, units.find(({ id }) => id === key)?.below ?? 0)}
                empty={<NoUnits place={place} on={on} sought={deep} former={former.length > 0} />}
              />
              {units.length < total && (
                <p className="list-foot">
                  {t('organisation:shown-of', { shown: units.length, count: total })}
                </p>
              )}
              <FormerUnits former={former} />
            </ListWithPanel>
          );
        }}
      </Loaded>
    </>
  );
}
