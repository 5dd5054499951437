import { formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ReactNode } from 'react';
import { ImportLines } from './import-lines.tsx';
import { ImportSource } from './import-source.tsx';
import { ImportUnmatched } from './import-unmatched.tsx';
import type { ImportOutcome } from './send-import.ts';

interface ImportReportProps {
  readonly outcome: ImportOutcome;
  /** It has been imported, not only checked. */
  readonly over?: boolean;
  /** What has to be said first. */
  readonly children?: ReactNode;
}

/** What was read, the figures of an import, and the rows that a person should look at. */
export function ImportReport({ outcome, over = false, children }: ImportReportProps) {
  const { t, language } = useMessages();
  const { read, created, updated, unchanged, waits, refused } = outcome;
  const figures = [
    ['read', read],
    ['created', created],
    ['updated', updated],
    ['unchanged', unchanged],
    ['waiting', waits],
    ['rejected', refused],
    ['warnings', new Set(outcome.warnings.map(({ line }) => line)).size],
  ] as const;
  return (
    <div className="import-report">
      <ImportSource source={outcome.source} />
      <dl className="import-figures">
        {figures
          .filter(([name, figure]) => name !== 'waiting' || figure > 0)
          .map(([name, figure]) => (
            <div key={name} data-none={figure === 0 || undefined}>
              <dt>{t(`import:report-${name}`)}</dt>
              <dd>{formatNumber(figure, language)}</dd>
            </div>
          ))}
      </dl>
      {children}
      <ImportLines
        title={over ? 'import:changed-title' : 'import:changes-title'}
        file="thay-doi.csv"
        faults={outcome.changes ?? []}
      />
      <ImportLines title="import:rejected-title" file="dong-khong-nhan.csv" faults={outcome.rejected} />
      <ImportLines title="import:warnings-title" file="dong-can-xem-lai.csv" faults={outcome.warnings} />
      <ImportUnmatched units={outcome.unmatched ?? []} />
    </div>
  );
}
