import type { Lateness, LatenessDay } from '@kycuong/domain/dossier/lateness.ts';
import { formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '../language.ts';

export function LatenessDays({ lateness }: { readonly lateness: Lateness }) {
  const { t, language } = useMessages();
  const reason = ({ reason: why, number, holiday }: LatenessDay) => {
    if (why === 'event' || why === 'weekly-rest' || why === 'stopped') return t(`field:dossier.day.${why}`);
    if (why === 'holiday')
      return t('field:dossier.day.holiday', {
        name: (language === 'vi' ? holiday?.nameVi : holiday?.nameEn) ?? '',
      });
    return t(`field:dossier.day.${why}`, { number: number ?? 0 });
  };
  return (
    <ol className="days">
      {lateness.days.map((day) => (
        <li
          key={day.date}
          className={day.late && day.counted ? 'day day--late' : day.counted ? 'day' : 'day day--off'}
        >
          <span className="kc-figures">{formatWeekdayDate(day.date, language)}</span>
          <span>{reason(day)}</span>
          <b>
            {day.date === lateness.dueOn && t('field:dossier.day.due')}
            {day.late && day.counted && t('field:dossier.day.late')}
          </b>
        </li>
      ))}
    </ol>
  );
}
