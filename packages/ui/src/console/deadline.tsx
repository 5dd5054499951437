import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { deadlineTone, formatDeadline, formatWeekdayDate, sentenceCase } from '../format.ts';
import { useMessages } from '../i18n.ts';
import { State } from '../plain/state.tsx';

interface DeadlineProps {
  readonly due: PlainDate;
  /** Working days left on the day of reading; negative when overdue. Counted by the server's calendar. */
  readonly workingDays: number;
}

/** In rows: the words as people say them, the exact day below. */
export function Deadline({ due, workingDays }: DeadlineProps) {
  const { language } = useMessages();
  const tone = deadlineTone(workingDays);
  return (
    <div className="kc-deadline">
      <State tone={tone} icon={tone === 'late' ? 'warning' : 'clock'}>
        {sentenceCase(formatDeadline(workingDays, language))}
      </State>
      <small>{formatWeekdayDate(due, language)}</small>
    </div>
  );
}
