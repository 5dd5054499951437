import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { ReactNode } from 'react';
import { deadlineTone, formatDeadline, formatWeekdayDate } from '../format.ts';
import { useMessages } from '../i18n.ts';
import { Icon } from '../plain/icon.tsx';
import type { IconName } from '../plain/icon-shapes.ts';
import type { Tone } from '../plain/tone.ts';
import { type Explanation, Why } from './why.tsx';

/** Side by side at the top of a matter. */
export function ClockStrip({ children }: { readonly children: ReactNode }) {
  return <dl className="kc-clocks">{children}</dl>;
}

interface ClockProps {
  readonly label: string;
  readonly words: ReactNode;
  readonly tone?: Tone;
  readonly icon?: IconName;
  /** The exact date, or where the words come from. */
  readonly exact?: ReactNode;
  readonly why?: Explanation;
  /** The words to press for it; "Vì sao?" when left out. */
  readonly whyWords?: ReactNode;
}

export function Clock({ label, words, tone = 'calm', icon, exact, why, whyWords }: ClockProps) {
  return (
    <div className={`kc-clock kc-tone-${tone}`}>
      <dt>{label}</dt>
      <dd className="kc-clock-words">
        {icon && <Icon name={icon} />}
        <span>{words}</span>
      </dd>
      {(exact || why) && (
        <dd className="kc-clock-exact">
          {exact}
          {exact && why && ' · '}
          {why && <Why explanation={why}>{whyWords}</Why>}
        </dd>
      )}
    </div>
  );
}

interface DueClockProps {
  readonly label: string;
  readonly due: PlainDate;
  readonly workingDays: number;
  readonly why?: Explanation;
  readonly whyWords?: ReactNode;
}

/** A deadline in words with its weekday and date: neutral, amber from three working days, red when overdue. */
export function DueClock({ label, due, workingDays, why, whyWords }: DueClockProps) {
  const { language } = useMessages();
  return (
    <Clock
      label={label}
      tone={deadlineTone(workingDays)}
      icon={workingDays < 0 ? 'warning' : 'clock'}
      words={formatDeadline(workingDays, language)}
      exact={formatWeekdayDate(due, language)}
      whyWords={whyWords}
      {...(why && { why })}
    />
  );
}
