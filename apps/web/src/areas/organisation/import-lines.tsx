import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { csvOf, saveText } from './save-text.ts';
import type { ImportOutcome } from './send-import.ts';
import { useFirstRows } from './use-first-rows.tsx';

interface ImportLinesProps {
  readonly title: `import:${'rejected' | 'warnings' | 'left' | 'changes' | 'changed'}-title`;
  /** Name of the file to take away. */
  readonly file: string;
  readonly faults: readonly (ImportOutcome['rejected'][number] & { readonly code?: string })[];
}

/** Rows of a file with all that was found of each, the first of them on the page, every one to take away. */
export function ImportLines({ title, file, faults }: ImportLinesProps) {
  const { t, language } = useMessages();
  const lines = [...Map.groupBy(faults, ({ line }) => line)].map(([line, found]) => ({
    line,
    code: found.map(({ code, details }) => code || String(details.username ?? '')).find(Boolean) ?? '',
    reasons: [...new Set(found.map(({ reason, details }) => errorText(reason, language, details)))],
  }));
  const { rows, foot } = useFirstRows(lines);
  if (lines.length === 0) return null;
  const heading = t(title, { count: lines.length });
  const save = () =>
    saveText(
      file,
      csvOf([
        [t('import:line'), t('import:code'), t('import:reason')],
        ...lines.map(({ line, code, reasons }) => [line, code, reasons.join(' ')]),
      ]),
    );
  return (
    <section className="import-lines">
      <div className="kc-pair">
        <h3>{heading}</h3>
        <Button
          size="small"
          icon="download"
          aria-label={`${t('import:download-lines')}: ${heading}`}
          onClick={save}
        >
          {t('import:download-lines')}
        </Button>
      </div>
      <DataTable
        label={heading}
        rows={rows}
        rowKey={({ line }) => String(line)}
        columns={[
          {
            key: 'line',
            title: t('import:line'),
            width: '128px',
            cell: ({ line, code }) => (code === '' ? line : `${line} · ${code}`),
          },
          {
            key: 'reason',
            title: t('import:reason'),
            cell: ({ reasons }) => reasons.map((reason) => <p key={reason}>{reason}</p>),
          },
        ]}
      />
      {foot}
    </section>
  );
}
