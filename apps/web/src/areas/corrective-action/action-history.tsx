import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { Timeline, type TimelineEntry } from '@kycuong/ui/console/timeline.tsx';
import { formatDate, formatInstant, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { IconName } from '@kycuong/ui/plain/icon-shapes.ts';
import type { ShownAction } from './action-query.ts';
import { useOffice } from './use-office.ts';

type Step = ShownAction['timeline'][number];

const icons = {
  found: 'flag',
  concluded: 'document',
  answered: 'send',
  returned: 'undo',
  accepted: 'done',
} as const satisfies Record<Step['kind'], IconName>;

/** What happened, who and when; the next expected step is dashed. `written`: parts of the draft that are there. */
export function ActionHistory({
  action,
  written,
}: {
  readonly action: ShownAction;
  readonly written: number | null;
}) {
  const { t, language } = useMessages();
  const office = useOffice(action);
  const when = (at: string) => (at.length > 10 ? formatInstant(at) : formatDate(at));
  const entries = action.timeline.map((step, index): TimelineEntry => {
    const reason = step.kind === 'returned' || step.kind === 'accepted' ? step.note : null;
    return {
      id: `${step.kind}-${index}`,
      icon: icons[step.kind],
      what: (
        <>
          {t(`corrective-action:step-${step.kind}`, { office, note: step.note ?? '' })}
          {reason && <q className="action-quote">{reason}</q>}
        </>
      ),
      meta: [when(step.at), step.by].filter(Boolean).join(' · '),
    };
  });
  if (action.draft && written !== null)
    entries.push({
      id: 'draft',
      icon: 'pencil',
      what: t('corrective-action:step-drafting', { done: written }),
      meta: `${formatInstant(action.draft.savedAt)} · ${action.draft.savedBy}`,
    });
  entries.push(useNextStep(action, office, language));
  return (
    <MatterSection title={t('corrective-action:history')}>
      <Timeline entries={entries} />
    </MatterSection>
  );
}

function useNextStep(action: ShownAction, office: string, language: 'vi' | 'en'): TimelineEntry {
  const { t } = useMessages();
  const by = (date: string) => t('corrective-action:by-date', { date: formatWeekdayDate(date, language) });
  if (action.status === 'awaiting-answer')
    return { id: 'next', expected: true, what: t('corrective-action:next-answer'), meta: by(action.dueOn) };
  if (action.judgement)
    return {
      id: 'next',
      expected: true,
      what: t('corrective-action:next-judge', { office }),
      meta: by(action.judgement.dueOn),
    };
  return {
    id: 'next',
    expected: true,
    what: t('corrective-action:next-effect'),
    meta: action.nextVisit
      ? formatWeekdayDate(action.nextVisit.plannedOn, language)
      : t('corrective-action:effect-none'),
  };
}
