import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { Clock, ClockStrip, DueClock } from '@kycuong/ui/console/clock.tsx';
import { formatDate, formatDayMonth, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import { signedDays } from '../../signed-days.ts';
import { useDeadlineWords } from '../../use-deadline-words.ts';
import type { ShownAction } from './action-query.ts';
import { useCountedPeriod } from './counted-period.tsx';

/** The clock that runs now: the unit's until it answers, then the office's, then none. */
function RunningClock({ action }: { readonly action: ShownAction }) {
  const { t, language } = useMessages();
  const explain = useCountedPeriod();
  const inWords = useDeadlineWords();
  const { deadline, judgement, judging, acceptedAt } = action;
  if (acceptedAt !== null)
    return (
      <Clock
        label={t('corrective-action:outcome')}
        tone="done"
        icon="done"
        words={t('corrective-action:outcome-words')}
        exact={formatWeekdayDate(dateInVietnam(new Date(acceptedAt)), language)}
      />
    );
  const words = (from: PlainDate, length: string) =>
    t('corrective-action:why-period', { length, date: formatDayMonth(from) });
  if (judgement) {
    const judgingTime = t(`conclusion:due-${judging.unit}`, { count: judging.amount });
    return (
      <DueClock
        label={t('corrective-action:judge-due')}
        due={judgement.dueOn}
        workingDays={signedDays(judgement)}
        whyWords={words(judgement.explanation[0]?.date ?? judgement.dueOn, judgingTime)}
        why={explain({
          days: judgement.explanation,
          length: judgingTime,
          inWorkingDays: judging.unit === 'working-day',
          event: t('corrective-action:why-answered'),
        })}
      />
    );
  }
  const { due } = action;
  const named = due.unit === 'date';
  return (
    <DueClock
      label={t('corrective-action:answer-due')}
      due={action.dueOn}
      workingDays={deadline ? signedDays(deadline) : 0}
      whyWords={
        named ? inWords(due) : words(due.from, t(`conclusion:due-${due.unit}`, { count: due.amount ?? 0 }))
      }
      why={explain({
        days: action.explanation,
        length: inWords(due),
        inWorkingDays: due.unit === 'working-day',
        event: t(
          due.event === 'minutes' && !named
            ? 'corrective-action:why-minutes'
            : 'corrective-action:why-issued',
        ),
        unconfirmedYears: action.unconfirmedYears,
      })}
    />
  );
}

interface ActionClocksProps {
  readonly action: ShownAction;
  /** The last day of the measures, as they stand. */
  readonly planDue: PlainDate | null;
  /** Which of them: on a phone the later ones are folded away. */
  readonly part: 'all' | 'running' | 'others';
}

export function ActionClocks({ action, planDue, part }: ActionClocksProps) {
  const { t, language } = useMessages();
  const { deadline, nextVisit, overdueFrom } = action;
  const late = deadline?.kind === 'overdue';
  return (
    <ClockStrip>
      {part !== 'others' && <RunningClock action={action} />}
      {part !== 'running' && (
        <>
          <Clock
            label={t('corrective-action:plan-due')}
            words={planDue ? formatDate(planDue) : t('corrective-action:plan-due-none')}
            exact={t('corrective-action:plan-due-from')}
          />
          {deadline && (
            <Clock
              label={t('corrective-action:if-late')}
              tone={late ? 'late' : 'calm'}
              words={t(late ? 'corrective-action:if-late-done' : 'corrective-action:if-late-words')}
              exact={t('corrective-action:if-late-from', { date: formatDate(overdueFrom) })}
              why={{
                facts: [[t('corrective-action:if-late-due'), formatWeekdayDate(action.dueOn, language)]],
                rule: t('corrective-action:if-late-rule'),
                source: t('corrective-action:provincial-rule'),
              }}
            />
          )}
          <Clock
            label={t('corrective-action:effect')}
            words={t('corrective-action:effect-words')}
            exact={
              nextVisit ? (
                <Link to="/visits/$visitId" params={{ visitId: nextVisit.visitId }}>
                  {formatWeekdayDate(nextVisit.plannedOn, language)}
                </Link>
              ) : (
                t('corrective-action:effect-none')
              )
            }
          />
        </>
      )}
    </ClockStrip>
  );
}
