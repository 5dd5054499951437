import { daysBetween } from '@kycuong/domain/calendar/plain-date.ts';
import { qualityRules } from '@kycuong/domain/quality/quality-rule.ts';
import { Clock, ClockStrip } from '@kycuong/ui/console/clock.tsx';
import { statusLook } from '@kycuong/ui/console/quality-state.tsx';
import type { Explanation } from '@kycuong/ui/console/why.tsx';
import { formatDate, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import type { Quality, Reason } from '../../use-quality.ts';
import { useFactWords } from './fact-words.ts';

const soonDays = 60;

/** Status, declaration, the yearly audit and review, and when it all runs out. */
export function QualityClocks({ status, asOf }: Pick<Quality, 'status' | 'asOf'>) {
  const { t, language } = useMessages();
  const factWords = useFactWords();
  const why = (reasons: readonly Reason[]): Explanation => ({
    facts: reasons.map((reason) => [
      reason.met ? t('quality:rule-met') : t('quality:rule-broken'),
      factWords(reason),
    ]),
    rule: reasons.map(({ rule }) => qualityRules[rule][language]).join('. '),
    source: [...new Set(reasons.map(({ rule }) => qualityRules[rule].source))].join('; '),
  });
  const yearly = (rule: Reason['rule'], label: string) => {
    const reason = status.reasons.find((one) => one.rule === rule);
    if (reason === undefined) return <Clock label={label} words="–" />;
    const until = reason.until === null ? undefined : formatDate(reason.until);
    return (
      <Clock
        label={label}
        tone={reason.met ? 'calm' : 'soon'}
        words={reason.date === null ? t('quality:no-record') : formatDate(reason.date)}
        exact={until && t(reason.met ? 'quality:valid-until' : 'quality:ran-out', { date: until })}
        why={why([reason])}
      />
    );
  };
  const left = status.lapsesOn === null ? null : daysBetween(asOf, status.lapsesOn);
  return (
    <ClockStrip>
      <Clock
        label={t('quality:status')}
        tone={statusLook[status.status].tone}
        words={t(`quality:status-${status.status}`)}
        exact={status.since && t('quality:since-date', { date: formatDate(status.since) })}
        why={why(status.reasons)}
      />
      <Clock
        label={t('quality:declaration')}
        words={status.declaredOn === null ? t('quality:no-record') : formatDate(status.declaredOn)}
      />
      {yearly('audit-yearly', t('quality:audited'))}
      {yearly('review-yearly', t('quality:reviewed'))}
      {status.status === 'declared-maintained' && left !== null && (
        <Clock
          label={t('quality:lapses-clock')}
          tone={lapseTone(left)}
          words={t('quality:lapses-in', { days: formatNumber(left, language) })}
          exact={status.lapsesOn && t('quality:since-date', { date: formatDate(status.lapsesOn) })}
        />
      )}
    </ClockStrip>
  );
}

function lapseTone(daysLeft: number): Tone {
  return daysLeft <= soonDays ? 'soon' : 'calm';
}
