import type { ChecklistSection, ItemCount } from '@kycuong/domain/checklist/checklist.ts';
import { citation } from '@kycuong/domain/checklist/citation.ts';
import type { LegalBasis } from '@kycuong/domain/checklist/legal-basis.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';

interface SectionTableProps {
  readonly section: ChecklistSection;
  readonly legalBases: readonly LegalBasis[];
  /** By the code of each line: the bases that it rests on today. */
  readonly holding: Readonly<Record<string, readonly string[]>>;
}

/** The lines of one section, as an inspector will meet them. */
export function SectionTable({ section, legalBases, holding }: SectionTableProps) {
  const { t, language } = useMessages();
  const counted = ({ label, totalLabel, total }: ItemCount) =>
    totalLabel === undefined && total === null
      ? t('checklist:counts', { label: label[language] })
      : t('checklist:counts-of', {
          label: label[language],
          total: totalLabel?.[language] ?? String(total),
        });
  return (
    <DataTable
      label={section.title[language]}
      rows={section.items}
      rowKey={({ code }) => code}
      columns={[
        { key: 'code', title: t('checklist:code'), width: '64px', cell: ({ code }) => code },
        {
          key: 'item',
          title: t('checklist:item'),
          cell: ({ title, guidance, count }) => (
            <div className="checklist-item">
              <p>{title[language]}</p>
              {guidance && <small>{guidance[language]}</small>}
              {count && <small>{counted(count)}</small>}
            </div>
          ),
        },
        {
          key: 'severity',
          title: t('checklist:severity'),
          width: '136px',
          cell: ({ severity }) => t(`field:severity.${severity}`),
        },
        {
          key: 'bases',
          title: t('checklist:bases'),
          width: '32%',
          cell: ({ code }) => {
            const bases = legalBases.filter(({ id }) => holding[code]?.includes(id));
            if (bases.length === 0) return <span className="kc-meta">{t('checklist:no-basis')}</span>;
            return (
              <ul className="checklist-bases">
                {bases.map((basis) => (
                  <li key={basis.id}>
                    <a href={`#basis-${basis.id}`}>{citation(basis, language)}</a>
                  </li>
                ))}
              </ul>
            );
          },
        },
      ]}
    />
  );
}
