import { isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { Timeline, type TimelineEntry } from '@kycuong/ui/console/timeline.tsx';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import type { ActionDetails } from './action-details.ts';

const steps = {
  found: { icon: 'eye', key: 'corrective-action:step-found' },
  concluded: { icon: 'document', key: 'corrective-action:step-concluded' },
  answered: { icon: 'send', key: 'corrective-action:step-answered' },
  returned: { icon: 'undo', key: 'corrective-action:step-returned' },
  accepted: { icon: 'done', key: 'corrective-action:step-accepted' },
} as const satisfies Record<ActionDetails['timeline'][number]['kind'], { icon: IconName; key: MessageKey }>;

/** What happened, by whom; last and dashed, what is to come. */
export function ActionHistory({ action }: { readonly action: ActionDetails }) {
  const { t } = useMessages();
  const past = action.timeline.map(({ kind, at, by, note }, index): TimelineEntry => {
    const { icon, key } = steps[kind];
    const when = isPlainDate(at) ? formatDate(at) : formatInstant(at);
    return {
      id: `${kind}-${index}`,
      icon,
      what: t(key, { note: note ?? '' }),
      meta: [when, by].filter(Boolean).join(' · '),
    };
  });
  return <Timeline entries={[...past, ...useNextStep(action)]} />;
}

function useNextStep({ deadline, judgement, dueOn }: ActionDetails): TimelineEntry[] {
  const { t } = useMessages();
  const expected = { id: 'next', expected: true };
  if (deadline)
    return [
      {
        ...expected,
        what: t('corrective-action:next-answer'),
        meta: t('corrective-action:next-answer-when', { date: formatDate(dueOn) }),
      },
    ];
  if (judgement)
    return [
      {
        ...expected,
        what: t('corrective-action:next-judge'),
        meta: t('corrective-action:next-judge-when', { date: formatDate(judgement.dueOn) }),
      },
    ];
  return [];
}
