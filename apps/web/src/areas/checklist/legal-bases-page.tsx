import { basisName } from '@kycuong/domain/checklist/basis-name.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { foldForSearch } from '@kycuong/ui/form/choice.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../api.ts';
import { useOpened } from '../../decision/use-opened.ts';
import { mayDo, useAccount } from '../../session.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { markLook } from '../calendar/mark-look.ts';
import { LegalBasisPanel } from './legal-basis-panel.tsx';
import { useDaysInForce } from './use-days-in-force.ts';

export type KnownBasis = inferOutput<typeof trpc.checklist.legalBases>[number];

export const legalBasesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-bases',
  validateSearch: addressFilters,
  component: LegalBasesPage,
});

/** Every provision of law that is known: its days, what replaces it, where it is from and how sure that is. */
function LegalBasesPage() {
  const { t, language } = useMessages();
  const { values, set } = useAddressFilters();
  const { data } = useSuspenseQuery(trpc.checklist.legalBases.queryOptions({}));
  const mayEdit = mayDo(useAccount(), 'checklist.record-legal-basis');
  const daysInForce = useDaysInForce(data);
  const wanted = foldForSearch(values.q ?? '').split(/\s+/);
  const rows = data.filter((basis) => {
    const text = foldForSearch(`${basisName(basis, language)} ${basis.source}`);
    return wanted.every((word) => text.includes(word));
  });
  const close = () => set('open', undefined);
  const standing = data.find(({ id }) => id === values.open);
  const { thing: chosen } = useOpened(values.open, standing);
  const isNew = values.open === 'new';
  const panel = mayEdit && (isNew || chosen) && (
    <LegalBasisPanel
      key={values.open}
      basis={isNew ? undefined : chosen}
      standing={standing}
      known={data}
      onClose={close}
    />
  );
  return (
    <>
      <PageHeader
        title={t('checklist:legal-bases')}
        here={t('checklist:legal-bases')}
        crumb={<Link to="/checklists">{t('checklist:title')}</Link>}
        subtitle={t('checklist:all-bases-lead')}
        acts={
          mayEdit && (
            <Button kind="main" icon="plus" onClick={() => set('open', 'new')}>
              {t('checklist:add-basis')}
            </Button>
          )
        }
      />
      <FilterBar
        filters={[]}
        values={values}
        onChange={set}
        search={t('checklist:find-basis')}
        count={t('checklist:basis-count', { count: rows.length })}
      />
      <ListWithPanel panel={panel}>
        <DataTable
          label={t('checklist:legal-bases')}
          rows={rows}
          rowKey={({ id }) => id}
          {...(mayEdit && {
            chosen: values.open ?? null,
            onChoose: (key: string | undefined) => set('open', key),
          })}
          empty={
            <EmptyState icon="search" title={t('checklist:nothing-in-it')}>
              {t('checklist:nothing-in-it-text')}
            </EmptyState>
          }
          columns={[
            { key: 'basis', title: t('checklist:basis'), cell: (basis) => basisName(basis, language) },
            { key: 'in-force', title: t('checklist:in-force'), width: '200px', cell: daysInForce },
            ...(panel
              ? []
              : [
                  {
                    key: 'source',
                    title: t('checklist:source'),
                    width: '26%',
                    cell: ({ source }: KnownBasis) => source,
                  },
                ]),
            {
              key: 'mark',
              title: t('checklist:mark'),
              width: '200px',
              cell: ({ mark }) => <State {...markLook[mark]}>{t(`calendar:mark-${mark}`)}</State>,
            },
          ]}
        />
      </ListWithPanel>
    </>
  );
}
