import { correctiveActionStates } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { severities } from '@kycuong/domain/finding/severity.ts';
import type { Filter } from '@kycuong/ui/console/filter-bar.tsx';
import { sentenceCase } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ActionRow } from './action-rows.ts';

/** Only filters that can tell the rows apart: one's own unit is no filter. */
export function useActionFilters(rows: readonly ActionRow[]): Filter[] {
  const { t } = useMessages();
  const units = new Map(rows.map(({ unit }) => [unit.id, unit.name]));
  const conclusions = new Set(rows.flatMap(({ conclusionNumber }) => conclusionNumber ?? []));
  const filters: Filter[] = [
    {
      key: 'state',
      label: t('corrective-action:state'),
      options: correctiveActionStates.map((value) => ({
        value,
        label: t(`corrective-action:state-${value}`),
      })),
    },
    {
      key: 'due',
      label: t('corrective-action:due'),
      options: (['overdue', 'soon'] as const).map((value) => ({
        value,
        label: sentenceCase(t(`corrective-action:due-${value}`)),
      })),
    },
    {
      key: 'severity',
      label: t('corrective-action:severity'),
      options: severities.map((value) => ({
        value,
        label: sentenceCase(t(`corrective-action:severity-${value}`)),
      })),
    },
    {
      key: 'unit',
      label: t('corrective-action:unit'),
      options: [...units]
        .map(([value, label]) => ({ value, label }))
        .toSorted((a, b) => a.label.localeCompare(b.label, 'vi')),
    },
    {
      key: 'conclusion',
      label: t('corrective-action:conclusion'),
      options: [...conclusions].map((value) => ({ value, label: value })),
    },
  ];
  return filters.filter(({ key, options }) => (key !== 'unit' && key !== 'conclusion') || options.length > 1);
}
