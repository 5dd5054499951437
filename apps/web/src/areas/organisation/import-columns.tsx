import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ImportedList } from './send-import.ts';
import { useColumnWords } from './use-column-words.ts';

/** What a file of the list holds, column by column, for whoever makes one. */
export function ImportColumns({ list }: { readonly list: ImportedList }) {
  const { t } = useMessages();
  const columns = useColumnWords(list);
  return (
    <section className="import-lines">
      <h2>{t('import:columns-title')}</h2>
      <p className="kc-meta">{t('import:columns-text')}</p>
      <DataTable
        label={t('import:columns-title')}
        rows={columns}
        rowKey={({ heading }) => heading}
        columns={[
          {
            key: 'column',
            title: t('import:column'),
            width: '200px',
            cell: ({ heading, required }) => (
              <>
                <b>{heading}</b>
                {required && <span className="kc-meta"> {t('import:required')}</span>}
              </>
            ),
          },
          { key: 'meaning', title: t('import:meaning'), cell: ({ meaning }) => meaning },
          { key: 'example', title: t('import:example'), width: '176px', cell: ({ example }) => example },
        ]}
      />
    </section>
  );
}
