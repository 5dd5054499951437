import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { csvOf, saveText } from './save-text.ts';
import type { ImportOutcome } from './send-import.ts';
import { useFirstRows } from './use-first-rows.tsx';

/** Units that end and of which nothing says what they went into: by name, the whole list to take away. */
export function ImportUnmatched({ units }: { readonly units: NonNullable<ImportOutcome['unmatched']> }) {
  const { t } = useMessages();
  const { rows, foot } = useFirstRows(units);
  if (units.length === 0) return null;
  const title = t('import:unmatched-title', { count: units.length });
  const kindOf = ({ kind }: (typeof units)[number]) => t(`organisation:kinds.${kind}`);
  const save = () =>
    saveText(
      'don-vi-chua-co-noi-tiep-nhan.csv',
      csvOf([
        [t('import:code'), t('organisation:name'), t('organisation:kind'), t('organisation:over')],
        ...units.map((unit) => [unit.code, unit.name, kindOf(unit), unit.parentName ?? '']),
      ]),
    );
  return (
    <section className="import-lines">
      <div className="kc-pair">
        <h3>{title}</h3>
        <Button size="small" icon="download" onClick={save}>
          {t('import:download-units')}
        </Button>
      </div>
      <p className="kc-meta">{t('import:unmatched-text')}</p>
      <DataTable
        label={title}
        rows={rows}
        rowKey={({ code, name }) => `${code} ${name}`}
        columns={[
          { key: 'code', title: t('import:code'), width: '96px', cell: ({ code }) => code },
          { key: 'name', title: t('organisation:name'), cell: ({ name }) => name },
          { key: 'over', title: t('organisation:over'), cell: ({ parentName }) => parentName ?? '' },
        ]}
      />
      {foot}
    </section>
  );
}
