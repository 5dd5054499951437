import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { useOpened } from '../../decision/use-opened.ts';
import { mayDo, useAccount } from '../../session.ts';
import { useAddressFilters } from '../../use-address-filters.ts';
import { markLook } from '../calendar/mark-look.ts';
import { EditionPanel } from './edition-panel.tsx';

/** The editions of the standard, with the days on which they apply and the document that says so. */
export function EditionsPage() {
  const { t } = useMessages();
  const { values, set } = useAddressFilters();
  const { data } = useSuspenseQuery(trpc.quality.editions.queryOptions({}));
  const mayEdit = mayDo(useAccount(), 'quality.set-edition');
  const standing = data.find(({ id }) => id === values.open);
  const { thing: chosen } = useOpened(values.open, standing);
  const panel = mayEdit && chosen && standing && (
    <EditionPanel
      key={chosen.id}
      edition={chosen}
      standing={standing}
      onClose={() => set('open', undefined)}
    />
  );
  const day = (date: string | null) => (date === null ? '–' : formatDate(date));
  return (
    <>
      <PageHeader
        title={t('quality:editions')}
        here={t('quality:editions')}
        crumb={<Link to="/quality-systems">{t('quality:list-title')}</Link>}
        subtitle={t('quality:editions-lead')}
      />
      <ListWithPanel panel={panel}>
        <DataTable
          label={t('quality:editions')}
          rows={data}
          rowKey={({ id }) => id}
          {...(mayEdit && {
            chosen: values.open ?? null,
            onChoose: (key: string | undefined) => set('open', key),
          })}
          columns={[
            { key: 'edition', title: t('quality:edition'), width: '200px', cell: ({ title }) => title },
            {
              key: 'from',
              title: t('quality:edition-from'),
              width: '128px',
              cell: ({ effectiveFrom }) => day(effectiveFrom),
            },
            {
              key: 'until',
              title: t('quality:edition-until'),
              width: '144px',
              cell: ({ supersededOn }) => day(supersededOn),
            },
            { key: 'source', title: t('calendar:source'), cell: ({ source }) => source },
            {
              key: 'mark',
              title: t('calendar:mark'),
              width: '200px',
              cell: ({ mark }) => <State {...markLook[mark]}>{t(`calendar:mark-${mark}`)}</State>,
            },
          ]}
        />
      </ListWithPanel>
    </>
  );
}
