import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { tierOf } from '@kycuong/domain/organisation/unit-tier.ts';
import { Matter, MatterSection } from '@kycuong/ui/console/matter.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { Timeline } from '@kycuong/ui/console/timeline.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { trpc } from '../../api.ts';
import { Overtaken } from '../../decision/overtaken.tsx';
import { mayDo, useAccount } from '../../session.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { IntervalTable } from './interval-table.tsx';
import { MarkLinkForm } from './mark-link-form.tsx';
import { MarkUnitForm } from './mark-unit-form.tsx';
import { MistakenIntervals } from './mistaken-intervals.tsx';
import { MistakenLinks } from './mistaken-links.tsx';
import { NeighbourTable } from './neighbour-table.tsx';
import { daysInWords, UnitState } from './unit-days.tsx';
import { unitHistory } from './unit-history.tsx';

export const unitRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/units/$unitId',
  component: UnitPage,
});

function UnitPage() {
  const { t } = useMessages();
  const { unitId } = unitRoute.useParams();
  const { data } = useSuspenseQuery(trpc.organisation.get.queryOptions({ unitId }));
  const account = useAccount();
  const mayMark = mayDo(account, 'organisation.mark-link-mistaken');
  const mayMarkUnit = mayDo(account, 'organisation.mark-unit-mistaken');
  const [marking, setMarking] = useState(false);
  const [mistaken, setMistaken] = useState<(typeof data)['predecessors'][number]>();
  // One at a time: another would take away what was typed about the first.
  const onMistaken = mayMark && mistaken === undefined ? setMistaken : undefined;
  const { unit, on, path, below, intervals, predecessors, successors, sameCode } = data;
  const today = dateInVietnam(new Date());
  const ended = !unit.mistaken && unit.validUntil !== null && unit.validUntil < today;
  const over =
    unit.parentId === null ? (
      t('organisation:at-the-top')
    ) : (
      <Link to="/units/$unitId" params={{ unitId: unit.parentId }}>
        {unit.parentName}
      </Link>
    );
  const belowIt =
    below.length === 0 ? (
      t('organisation:nothing-below')
    ) : (
      <ul>
        {below.map(({ tier, amount }) => (
          <li key={tier}>
            <Link to="/units" search={{ on, under: unit.id, tier }}>
              {t(`organisation:count-${tier}`, { count: amount })}
            </Link>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <PageHeader
        title={unit.name}
        here={unit.name}
        crumb={
          <>
            <Link to="/units" search={{ on }}>
              {t('organisation:title')}
            </Link>
            {path.map(({ id, name }) => (
              <Fragment key={id}>
                {' / '}
                <Link to="/units/$unitId" params={{ unitId: id }}>
                  {name}
                </Link>
              </Fragment>
            ))}
          </>
        }
        tags={
          <>
            {unit.mistaken ? (
              <Tag tone="calm" icon="not-applicable">
                {t('list-import:by-mistake')}
              </Tag>
            ) : (
              <UnitState days={unit} today={today} tag />
            )}
            <Tag>{t(`organisation:kinds.${unit.kind}`)}</Tag>
          </>
        }
        acts={
          mayMarkUnit &&
          !unit.mistaken && <Button onClick={() => setMarking(true)}>{t('list-import:by-mistake')}</Button>
        }
      />
      <Matter
        facts={
          <>
            <MatterSection title={t('organisation:facts')}>
              <Facts
                items={[
                  [t('organisation:code'), unit.code],
                  [
                    t('organisation:in-force-days'),
                    unit.mistaken ? t('organisation:no-day') : daysInWords(unit, t),
                  ],
                  [t('organisation:over'), over],
                  [t('organisation:below-on', { date: formatDate(on) }), belowIt],
                ]}
              />
            </MatterSection>
            <MatterSection title={t('organisation:history')}>
              <Timeline entries={unitHistory(data, today, t)} />
            </MatterSection>
          </>
        }
      >
        {marking && unit.mistaken && <Overtaken />}
        {marking && <MarkUnitForm key={unit.id} opened={data} onClose={() => setMarking(false)} />}
        <MistakenIntervals opened={data} />
        {mistaken && data.mistakenLinks.some(({ id }) => id === mistaken.linkId) && <Overtaken />}
        {mistaken && (
          <MarkLinkForm
            key={mistaken.linkId}
            linkId={mistaken.linkId}
            name={mistaken.name}
            onClose={() => setMistaken(undefined)}
          />
        )}
        {tierOf(unit.kind) !== 'agency' || predecessors.length > 0 ? (
          <MatterSection title={t('organisation:predecessors')}>
            {predecessors.length === 0 ? (
              <p className="kc-meta">{t('organisation:no-predecessors')}</p>
            ) : (
              <NeighbourTable
                label={t('organisation:predecessors')}
                units={predecessors}
                onMistaken={onMistaken}
              />
            )}
          </MatterSection>
        ) : null}
        {(ended || successors.length > 0) && (
          <MatterSection title={t('organisation:successors')}>
            {successors.length === 0 ? (
              <p className="kc-meta">{t('organisation:no-successors')}</p>
            ) : (
              <NeighbourTable
                label={t('organisation:successors')}
                units={successors}
                onMistaken={onMistaken}
              />
            )}
          </MatterSection>
        )}
        <MistakenLinks links={data.mistakenLinks} />
        {intervals.length > 1 && (
          <MatterSection title={t('organisation:intervals')}>
            <p className="kc-meta">{t('organisation:intervals-text')}</p>
            <IntervalTable label={t('organisation:intervals')} units={intervals} current={unit.id} />
          </MatterSection>
        )}
        {sameCode.length > 0 && (
          <MatterSection title={t('organisation:same-code', { code: unit.code })}>
            <p className="kc-meta">{t('organisation:same-code-text')}</p>
            <IntervalTable
              label={t('organisation:same-code', { code: unit.code })}
              units={sameCode}
              current={null}
            />
          </MatterSection>
        )}
      </Matter>
    </>
  );
}
