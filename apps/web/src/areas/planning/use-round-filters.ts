import { roundForms } from '@kycuong/domain/planning/round-kind.ts';
import type { Filter } from '@kycuong/ui/console/filter-bar.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { roundFormKeys } from '../../states/round-state.tsx';
import { shownVisitStates, visitStateKeys } from '../../states/visit-state.tsx';
import { type ListedRound, rowsOf, stateOf } from './round-rows.ts';

/** The chips that make sense for what is in the list. */
export function useRoundFilters(rounds: readonly ListedRound[]): Filter[] {
  const { t } = useMessages();
  const forms = new Set(rounds.map(({ form }) => form));
  const states = new Set(rowsOf(rounds).map(stateOf));
  return [
    {
      key: 'time',
      label: t('planning:time'),
      options: [
        { value: 'month', label: t('planning:time-month') },
        { value: 'coming', label: t('planning:time-coming') },
        { value: 'past', label: t('planning:time-past') },
      ],
    },
    {
      key: 'form',
      label: t('planning:form'),
      options: roundForms
        .filter((form) => forms.has(form))
        .map((form) => ({ value: form, label: t(roundFormKeys[form]) })),
    },
    {
      key: 'state',
      label: t('planning:state'),
      options: shownVisitStates
        .filter((state) => states.has(state))
        .map((state) => ({ value: state, label: t(visitStateKeys[state]) })),
    },
  ];
}
