import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { ShownAction, ShownAnswer } from './action-query.ts';
import { AnswerView } from './answer-view.tsx';

interface EarlierAnswersProps {
  readonly action: ShownAction;
  /** The latest first. */
  readonly answers: readonly ShownAnswer[];
}

/** Answers that were returned, each folded with its reason. */
export function EarlierAnswers({ action, answers }: EarlierAnswersProps) {
  const { t } = useMessages();
  const returned = answers.filter(({ outcome }) => outcome === 'returned');
  if (returned.length === 0) return null;
  return (
    <section className="earlier">
      <h3>{t('corrective-action:earlier-title')}</h3>
      {returned.map(({ answerId, content, outcomeAt, outcomeReason }, index) => (
        <details key={answerId}>
          <summary>
            {t('corrective-action:earlier', {
              number: returned.length - index,
              date: outcomeAt ? formatDate(dateInVietnam(new Date(outcomeAt))) : '',
            })}
          </summary>
          {outcomeReason && <p className="action-quote">{outcomeReason}</p>}
          <AnswerView content={content} proofs={action.evidence.proofs} />
        </details>
      ))}
    </section>
  );
}
