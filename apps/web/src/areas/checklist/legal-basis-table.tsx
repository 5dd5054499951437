import { basisName } from '@kycuong/domain/checklist/basis-name.ts';
import type { LegalBasis } from '@kycuong/domain/checklist/legal-basis.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import { markLook } from '../calendar/mark-look.ts';

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
          cell: ({ effectiveFrom, effectiveUntil, replacedBy = [] }) => {
            if (!effectiveUntil) return t('checklist:from-date', { from: formatDate(effectiveFrom) });
            const later = legalBases.filter(({ id }) => replacedBy.includes(id));
            const days = t('checklist:from-until', {
              from: formatDate(effectiveFrom),
              until: formatDate(effectiveUntil),
            });
            if (later.length === 0) return days;
            const names = later.map((basis) => basisName(basis, language)).join('; ');
            return `${days}, ${t('checklist:replaced-by', { names })}`;
          },
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
