import type { LegalBasis } from '@kycuong/domain/checklist/legal-basis.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import { markLook } from '../calendar/mark-look.ts';
import { basisName } from './basis-name.ts';

/** The provisions that the lines rest on, with their days and how sure they are. */
export function LegalBasisTable({ legalBases }: { readonly legalBases: readonly LegalBasis[] }) {
  const { t, language } = useMessages();
  return (
    <DataTable
      label={t('checklist:legal-bases')}
      rows={legalBases}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'basis',
          title: t('checklist:basis'),
          cell: (basis) => <span id={`basis-${basis.id}`}>{basisName(basis, language)}</span>,
        },
        {
          key: 'in-force',
          title: t('checklist:in-force'),
          width: '152px',
          cell: ({ effectiveFrom, effectiveUntil }) =>
            effectiveUntil
              ? t('checklist:from-until', {
                  from: formatDate(effectiveFrom),
                  until: formatDate(effectiveUntil),
                })
              : t('checklist:from-date', { from: formatDate(effectiveFrom) }),
        },
        {
          key: 'source',
          title: t('checklist:source'),
          width: '26%',
          cell: ({ source }) => source,
        },
        {
          key: 'mark',
          title: t('checklist:mark'),
          width: '208px',
          cell: ({ mark }) => <State {...markLook[mark]}>{t(`calendar:mark-${mark}`)}</State>,
        },
      ]}
    />
  );
}
