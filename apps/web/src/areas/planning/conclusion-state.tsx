import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { holdsAny, useAccount } from '../../session.ts';
import type { RoundDetails } from './round-details.ts';

/** How far the round is on its way to a conclusion, in one sentence. */
export function ConclusionState({ round }: { readonly round: RoundDetails }) {
  const { t } = useMessages();
  const { conclusion, visits, status } = round;
  // A unit sees its own visit only, so it is not told how many are left.
  const seesAll = holdsAny(useAccount(), ['programme-office', 'leadership', 'inspector']);
  const open = visits.filter((visit) => visit.status !== 'closed').length;
  if (conclusion?.issuedOn)
    return (
      <p>
        {t('planning:conclusion-issued', {
          number: conclusion.number ?? '',
          date: formatDate(conclusion.issuedOn),
        })}
      </p>
    );
  if (conclusion)
    return <p>{t('planning:conclusion-submitted', { when: formatInstant(conclusion.submittedAt) })}</p>;
  return (
    <p>
      {status === 'issued' && open > 0 && seesAll
        ? t('planning:conclusion-left', { count: open })
        : t('planning:conclusion-none')}
    </p>
  );
}
