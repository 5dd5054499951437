import { useMessages } from '@kycuong/ui/i18n.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { type ReactNode, useId, useState } from 'react';

interface ChartSectionProps {
  /** The question. */
  readonly title: string;
  /** What the link to the table says; "Bảng" when left out. */
  readonly tableLabel?: string;
  /** The same figures as rows; no link without it. */
  readonly table?: ReactNode;
  /** The answer in words, above picture and table alike. */
  readonly words: ReactNode;
  readonly children: ReactNode;
}

/** One question: its answer in words, a picture, and one key away the figures as a table. */
export function ChartSection({ title, tableLabel, table, words, children }: ChartSectionProps) {
  const { t } = useMessages();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <section className="chart" aria-labelledby={`${id}-title`}>
      <div className="chart-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {table && (
          <button
            type="button"
            className="chart-switch"
            aria-expanded={asTable}
            aria-controls={`${id}-body`}
            onClick={() => setAsTable(!asTable)}
          >
            <Icon name={asTable ? 'chart' : 'table'} size={16} />
            {asTable ? t('statistics:table-close') : (tableLabel ?? t('statistics:table'))}
          </button>
        )}
      </div>
      <div className="chart-words">{words}</div>
      <div id={`${id}-body`}>
        {asTable ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          <section className="chart-table" aria-labelledby={`${id}-title`} tabIndex={0}>
            {table}
          </section>
        ) : (
          children
        )}
      </div>
    </section>
  );
}
