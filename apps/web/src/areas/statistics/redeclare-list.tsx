import { formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { ChartSection } from './chart-section.tsx';

interface RedeclareListProps {
  readonly areaId: string;
  readonly asOf: string;
  /** Only the count and the first few, where others stand above it. */
  readonly short: boolean;
}

const few = 3;
const many = 12;

/** Units of the area that must declare again, each leading to its record. */
export function RedeclareList({ areaId, asOf, short }: RedeclareListProps) {
  const { t, language } = useMessages();
  const [all, setAll] = useState(false);
  const list = useQuery(trpc.quality.list.queryOptions({ areaId, asOf }));
  const due = list.data?.rows.filter(({ redeclare }) => redeclare !== null) ?? [];
  if (due.length === 0) return null;
  const shown = all ? due.length : short ? few : many;
  return (
    <ChartSection
      title={t('quality:redeclare-heading')}
      words={<p>{t('statistics:where-due', { count: formatNumber(due.length, language) })}</p>}
    >
      <ul className="due-list">
        {due.map(({ unitId, name, redeclare }, index) => (
          <li key={unitId} className={index < shown ? undefined : 'chart-more'}>
            <Link to="/quality-systems/$unitId" params={{ unitId }} search={{ asOf }}>
              {name}
            </Link>
            <small>
              {redeclare?.because === 'scope-changed'
                ? t('quality:redeclare-scope')
                : t('quality:redeclare-short', { units: redeclare?.predecessors.join(', ') ?? '' })}
            </small>
          </li>
        ))}
      </ul>
      {due.length > shown && (
        <button type="button" className="chart-link" onClick={() => setAll(true)}>
          {t('quality:redeclare-more', { count: formatNumber(due.length - shown, language) })}
        </button>
      )}
    </ChartSection>
  );
}
