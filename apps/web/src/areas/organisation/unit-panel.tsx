import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { PanelSection, SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { Loaded } from '../../loaded.tsx';
import { daysInWords } from './unit-days.tsx';
import type { UnitLine } from './use-unit-columns.tsx';

interface UnitPanelProps {
  readonly line: UnitLine;
  readonly on: PlainDate;
  readonly onClose: () => void;
}

/** A unit beside the list: what it is, what it came from and went into; the ways on at the foot. */
export function UnitPanel({ line, on, onClose }: UnitPanelProps) {
  const { t } = useMessages();
  const query = useQuery(trpc.organisation.get.queryOptions({ unitId: line.id }));
  return (
    <SidePanel
      label={line.name}
      number={line.code}
      title={line.name}
      subtitle={line.overName ?? t('organisation:at-the-top')}
      onClose={onClose}
      acts={
        <>
          <Link to="/units/$unitId" params={{ unitId: line.id }} className={buttonClass({ kind: 'main' })}>
            {t('organisation:open-page')}
          </Link>
          {line.below > 0 && (
            <Link to="/units" search={{ on, under: line.id }} className={buttonClass()}>
              {t('organisation:show-below', { count: line.below })}
            </Link>
          )}
        </>
      }
    >
      <Facts
        items={[
          [t('organisation:kind'), t(`organisation:kinds.${line.kind}`)],
          [t('organisation:in-force-days'), daysInWords(line, t)],
        ]}
      />
      <Loaded query={query} rows={3}>
        {({ predecessors, successors }) => (
          <>
            <Neighbours title={t('organisation:predecessors')} units={predecessors} />
            <Neighbours title={t('organisation:successors')} units={successors} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

interface NeighboursProps {
  readonly title: string;
  readonly units: readonly {
    readonly linkId: string;
    readonly unitId: string;
    readonly name: string;
    readonly onDate: PlainDate;
  }[];
}

function Neighbours({ title, units }: NeighboursProps) {
  if (units.length === 0) return null;
  return (
    <PanelSection title={title}>
      <ul>
        {units.map(({ linkId, unitId, name, onDate }) => (
          <li key={linkId} className="kc-pair">
            <Link to="/units/$unitId" params={{ unitId }}>
              {name}
            </Link>
            <span className="kc-meta kc-figures">{formatDate(onDate)}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
