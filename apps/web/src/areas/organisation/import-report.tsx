import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { refusedRows } from '@kycuong/domain/organisation/import-report.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { csvOf, saveText } from './save-text.ts';
import type { ImportOutcome } from './send-import.ts';

/** The figures of an import and the rows that a person should look at. */
export function ImportReport({ outcome }: { readonly outcome: ImportOutcome }) {
  const { t, language } = useMessages();
  const figures = [
    ['read', outcome.read],
    ['created', outcome.created],
    ['updated', outcome.updated],
    ['unchanged', outcome.unchanged],
    ['rejected', refusedRows(outcome.rejected)],
    ['warnings', outcome.warnings.length],
  ] as const;
  return (
    <div className="import-report">
      <dl className="import-figures">
        {figures.map(([name, figure]) => (
          <div key={name} data-none={figure === 0 || undefined}>
            <dt>{t(`organisation:report-${name}`)}</dt>
            <dd>{formatNumber(figure, language)}</dd>
          </div>
        ))}
      </dl>
      {outcome.unmatched !== undefined && outcome.unmatched.length > 0 && (
        <p className="kc-meta">{t('organisation:report-unmatched', { count: outcome.unmatched.length })}</p>
      )}
      <Lines
        title={t('organisation:rejected-title', { count: refusedRows(outcome.rejected) })}
        file="dong-khong-nhan.csv"
        lines={outcome.rejected.map(({ line, reason, details }) => ({
          line,
          code: '',
          reason: errorText(reason, language, details),
        }))}
      />
      <Lines
        title={t('organisation:warnings-title', { count: outcome.warnings.length })}
        file="dong-can-xem-lai.csv"
        lines={outcome.warnings.map(({ line, code, reason, details }) => ({
          line,
          code,
          reason: errorText(reason, language, details),
        }))}
      />
    </div>
  );
}

const mostShown = 100;

interface LinesProps {
  readonly title: string;
  readonly file: string;
  readonly lines: readonly { readonly line: number; readonly code: string; readonly reason: string }[];
}

function Lines({ title, file, lines }: LinesProps) {
  const { t } = useMessages();
  if (lines.length === 0) return null;
  const save = () =>
    saveText(
      file,
      csvOf([
        [t('organisation:line'), t('organisation:code'), t('organisation:reason')],
        ...lines.map(({ line, code, reason }) => [line, code, reason]),
      ]),
    );
  return (
    <section className="import-lines">
      <div className="kc-pair">
        <h3>{title}</h3>
        <Button size="small" icon="download" onClick={save}>
          {t('organisation:download-lines')}
        </Button>
      </div>
      <DataTable
        label={title}
        rows={lines.slice(0, mostShown)}
        rowKey={({ line, code, reason }) => `${line} ${code} ${reason}`}
        columns={[
          {
            key: 'line',
            title: t('organisation:line'),
            width: '96px',
            cell: ({ line, code }) => (code === '' ? line : `${line} · ${code}`),
          },
          { key: 'reason', title: t('organisation:reason'), cell: ({ reason }) => reason },
        ]}
      />
      {lines.length > mostShown && (
        <p className="kc-meta">{t('organisation:first-lines', { shown: mostShown })}</p>
      )}
    </section>
  );
}
