import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { formatDate, formatNumber, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import { holdsAny, useAccount } from '../../session.ts';
import type { MyWork } from './task-words.ts';

function useFollowsActions(): boolean {
  return holdsAny(useAccount(), ['agency-head', 'programme-office', 'leadership']);
}

/** Whether there is anything to stand beside the work. */
export function useHasSide({ comingVisits, waitingElsewhere }: MyWork): boolean {
  const followsActions = useFollowsActions();
  return followsActions || comingVisits.length > 0 || waitingElsewhere.length > 0;
}

/** What surrounds the work: who is coming, what lies with others, the figures of one's own units. */
export function HomeSide({ work }: { readonly work: MyWork }) {
  const { t, language } = useMessages();
  const { comingVisits, waitingElsewhere, actions } = work;
  const followsActions = useFollowsActions();
  return (
    <aside className="kc-side">
      {comingVisits.length > 0 && (
        <section>
          <h2>{t('notice:coming-visits')}</h2>
          <ul>
            {comingVisits.map(({ visitId, roundId, plannedOn, leaderName, unitName }) => (
              <li key={visitId}>
                <Link to="/rounds/$roundId" params={{ roundId }}>
                  {formatWeekdayDate(plannedOn, language)}
                </Link>
                <small>
                  {unitName}
                  {leaderName && ` · ${t('notice:coming-by', { name: leaderName })}`}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {waitingElsewhere.length > 0 && (
        <section>
          <h2>
            {t('notice:waiting-elsewhere')}
            <small>{formatNumber(waitingElsewhere.length, language)}</small>
          </h2>
          <ul>
            {waitingElsewhere.map(({ actionId, title, submittedAt, judgedBy }) => (
              <li key={actionId}>
                <Link to="/corrective-actions/$actionId" params={{ actionId }}>
                  {title}
                </Link>
                <small>
                  {t('notice:waiting-since', {
                    date: formatDate(dateInVietnam(new Date(submittedAt))),
                    until: formatDate(judgedBy),
                  })}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {followsActions && (
        <section>
          <h2>{t('notice:actions-now')}</h2>
          <ul>
            {(
              [
                ['notice:actions-open', actions.open],
                ['notice:actions-awaiting', actions.awaitingAnswer],
                ['notice:actions-accepted', actions.acceptedThisYear],
              ] as const
            ).map(([key, count]) => (
              <li key={key} className="kc-pair">
                <span>{t(key)}</span>
                <b className="kc-figures">{formatNumber(count, language)}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
