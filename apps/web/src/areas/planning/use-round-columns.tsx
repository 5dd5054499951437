import type { Column, RowGroup } from '@kycuong/ui/console/data-table.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import { Link } from '@tanstack/react-router';
import { roundFormKeys } from '../../states/round-state.tsx';
import { VisitStateWord } from '../../states/visit-state.tsx';
import './rounds.css';
import { type RoundRow, stateOf } from './round-rows.ts';

export function useRoundColumns(): Column<RoundRow>[] {
  const { t } = useMessages();
  return [
    {
      key: 'state',
      title: t('planning:state'),
      width: '168px',
      cell: (row) => <VisitStateWord state={stateOf(row)} />,
    },
    {
      key: 'unit',
      title: t('planning:unit'),
      cell: ({ visit }) =>
        visit.unit === null ? (
          <State tone="calm" icon="lock">
            {t('planning:kept-secret')}
          </State>
        ) : (
          <>
            {visit.unit.name}
            {visit.keptSecret && (
              <span className="round-secret">
                <State tone="calm" icon="lock">
                  {t('planning:kept-secret')}
                </State>
              </span>
            )}
          </>
        ),
    },
    {
      key: 'planned-on',
      title: t('planning:planned-on'),
      width: '120px',
      cell: ({ visit }) => formatDate(visit.plannedOn),
    },
    {
      key: 'leader',
      title: t('planning:leader'),
      cell: ({ visit }) => visit.leaderName ?? '–',
    },
    {
      key: 'findings',
      title: t('planning:findings'),
      align: 'end',
      width: '112px',
      cell: ({ visit }) => visit.findings ?? '–',
    },
  ];
}

/** The head of a round in the list: its name, and the decision that it rests on. */
export function useRoundGroup(): (row: RoundRow) => RowGroup {
  const { t } = useMessages();
  return ({ round }) => {
    const secret = round.visits.filter(({ unit }) => unit === null).length;
    const meta = [
      t(roundFormKeys[round.form]),
      t('planning:decision-of', { number: round.decisionNo, date: formatDate(round.decisionDate) }),
      t('planning:visits', { count: round.visits.length }),
      secret > 0 && t('planning:secret', { count: secret }),
    ];
    return {
      key: round.roundId,
      title: (
        <Link to="/rounds/$roundId" params={{ roundId: round.roundId }}>
          {round.name}
        </Link>
      ),
      meta: meta.filter(Boolean).join(' · '),
    };
  };
}
