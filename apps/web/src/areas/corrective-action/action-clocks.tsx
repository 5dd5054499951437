import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { judgementWorkingDays } from '@kycuong/domain/planning/process-deadlines.ts';
import { Clock, ClockStrip, DueClock } from '@kycuong/ui/console/clock.tsx';
import { formatDate, formatInstant, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { signedDays } from '../../signed-days.ts';
import type { ActionDetails } from './action-details.ts';
import { useDueReasons } from './use-due-reasons.tsx';

/** The deadlines of the matter, each with its why. */
export function ActionClocks({ action }: { readonly action: ActionDetails }) {
  const { t, language } = useMessages();
  const why = useDueReasons(action);
  const { deadline, judgement, dueOn, status, answers } = action;
  const accepted = answers.find(({ outcome }) => outcome === 'accepted');
  const waiting = answers.find(({ outcome }) => outcome === null);
  const plan = (waiting ?? accepted ?? answers[0])?.content.plan ?? action.draft?.content.plan ?? [];
  const last = plan
    .flatMap(({ dueOn: day }) => day ?? [])
    .toSorted()
    .at(-1);
  return (
    <ClockStrip>
      {deadline && (
        <DueClock
          label={t('corrective-action:answer-due')}
          due={dueOn}
          workingDays={signedDays(deadline)}
          why={why}
        />
      )}
      {judgement && waiting && (
        <DueClock
          label={t('corrective-action:judge-due')}
          due={judgement.dueOn}
          workingDays={signedDays(judgement)}
          why={{
            facts: [
              [t('corrective-action:judge-why-answered'), formatInstant(waiting.submittedAt)],
              [t('corrective-action:why-due'), formatDate(judgement.dueOn)],
            ],
            rule: t('corrective-action:judge-why-rule', { count: judgementWorkingDays }),
            source: t('corrective-action:judge-why-source'),
          }}
        />
      )}
      {status === 'accepted' && accepted?.outcomeAt && (
        <Clock
          label={t('corrective-action:accepted')}
          tone="done"
          icon="done"
          words={t('corrective-action:accepted-words')}
          exact={formatWeekdayDate(dateInVietnam(new Date(accepted.outcomeAt)), language)}
        />
      )}
      <Clock
        label={t('corrective-action:plan-due')}
        words={last ? formatDate(last) : t('corrective-action:plan-due-none')}
        exact={last && t('corrective-action:plan-due-last')}
      />
      {deadline && (
        <Clock
          label={t('corrective-action:if-late')}
          words={t('corrective-action:if-late-words')}
          exact={t('corrective-action:if-late-from', { date: formatDate(addDays(dueOn, 1)) })}
        />
      )}
    </ClockStrip>
  );
}
