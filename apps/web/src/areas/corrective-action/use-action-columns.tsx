import type { Column } from '@kycuong/ui/console/data-table.tsx';
import { Deadline } from '@kycuong/ui/console/deadline.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { signedDays } from '../../signed-days.ts';
import { ActionStateWord, severityKeys } from '../../states/action-state.tsx';
import type { ListedAction } from './action-details.ts';

export function useActionColumns(): Column<ListedAction>[] {
  const { t } = useMessages();
  return [
    {
      key: 'deadline',
      title: t('corrective-action:deadline'),
      width: '200px',
      cell: ({ deadline, dueOn, status }) =>
        deadline ? (
          <Deadline due={dueOn} workingDays={signedDays(deadline)} />
        ) : (
          <ActionStateWord status={status} />
        ),
    },
    { key: 'code', title: t('corrective-action:code'), width: '124px', cell: ({ code }) => code },
    { key: 'subject', title: t('corrective-action:subject'), cell: ({ title }) => title },
    { key: 'unit', title: t('corrective-action:unit'), width: '160px', cell: ({ unit }) => unit.name },
    {
      key: 'severity',
      title: t('corrective-action:severity'),
      width: '128px',
      cell: ({ severity }) => t(severityKeys[severity]),
    },
  ];
}
