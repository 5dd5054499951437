import type { Column } from '@kycuong/ui/console/data-table.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import { shownVisitState, VisitStateWord } from '../../states/visit-state.tsx';
import type { RoundVisit } from './round-details.ts';

export function useVisitColumns(draft: boolean): Column<RoundVisit>[] {
  const { t } = useMessages();
  return [
    {
      key: 'unit',
      title: t('planning:unit'),
      cell: ({ unit }) =>
        unit?.name ?? (
          <State tone="calm" icon="lock">
            {t('planning:kept-secret')}
          </State>
        ),
    },
    {
      key: 'planned-on',
      title: t('planning:planned-on'),
      width: '120px',
      cell: ({ plannedOn }) => formatDate(plannedOn),
    },
    {
      key: 'state',
      title: t('planning:state'),
      width: '168px',
      cell: (visit) => <VisitStateWord state={shownVisitState(visit, draft)} />,
    },
    {
      key: 'findings',
      title: t('planning:findings'),
      align: 'end',
      width: '96px',
      cell: ({ findings }) => findings ?? '–',
    },
  ];
}
