import { basisName } from '@kycuong/domain/checklist/basis-name.ts';
import type { LegalBasis } from '@kycuong/domain/checklist/legal-basis.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import { markLook } from '../calendar/mark-look.ts';
import { useDaysInForce } from './use-days-in-force.ts';

/** The provisions that the lines rest on, with their days and how sure they are. */
export function LegalBasisTable({ legalBases }: { readonly legalBases: readonly LegalBasis[] }) {
  const { t, language } = useMessages();
  const daysInForce = useDaysInForce(legalBases);
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
          cell: daysInForce,
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
