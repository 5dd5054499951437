import { correctiveActionStates } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { severities } from '@kycuong/domain/finding/severity.ts';
import type { Filter } from '@kycuong/ui/console/filter-bar.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { actionStateKeys, severityKeys } from '../../states/action-state.tsx';
import type { ListedAction } from './action-details.ts';

/** The chips that make sense for what is in the list; a unit only where there are several. */
export function useActionFilters(actions: readonly ListedAction[]): Filter[] {
  const { t } = useMessages();
  const units = new Map(actions.map(({ unit }) => [unit.id, unit.name]));
  return [
    {
      key: 'state',
      label: t('corrective-action:state'),
      options: [
        { value: 'overdue', label: t('corrective-action:overdue-only') },
        ...correctiveActionStates.map((value) => ({ value, label: t(actionStateKeys[value]) })),
      ],
    },
    {
      key: 'severity',
      label: t('corrective-action:severity'),
      options: severities.map((value) => ({ value, label: t(severityKeys[value]) })),
    },
    ...(units.size > 1
      ? [
          {
            key: 'unit',
            label: t('corrective-action:unit'),
            options: [...units]
              .map(([value, label]) => ({ value, label }))
              .toSorted((a, b) => a.label.localeCompare(b.label, 'vi')),
          },
        ]
      : []),
  ];
}
