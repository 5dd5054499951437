import { agencyName } from '@kycuong/domain/organisation/agency-name.ts';
import { MatterSection, WorkHead } from '@kycuong/ui/console/matter.tsx';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import type { ActionAnswer, ActionDetails } from './action-details.ts';
import { JudgeForm } from './judge-form.tsx';

/** The answers as they were sent; the one that waits comes with its judgement. */
export function AnswersRead({ action }: { readonly action: ActionDetails }) {
  const { t } = useMessages();
  const { answers, acts } = action;
  const current = answers.find(({ outcome }) => outcome !== 'returned');
  const earlier = answers.filter((answer) => answer !== current);
  if (answers.length === 0)
    return acts.answer ? null : <Notice icon="waiting" title={t('corrective-action:nothing-yet')} />;
  return (
    <>
      {current && (
        <>
          <WorkHead
            title={t('corrective-action:answer-of', { unit: agencyName(action.unit.name) })}
            saved={t('corrective-action:answer-by', {
              name: current.submittedBy,
              when: formatInstant(current.submittedAt),
            })}
          />
          <AnswerRead answer={current} action={action} />
        </>
      )}
      {(acts.accept || acts.return) && <JudgeForm action={action} />}
      {earlier.length > 0 && (
        <MatterSection title={t('corrective-action:earlier')}>
          {earlier.map((answer) => (
            <details key={answer.answerId} className="answer-earlier">
              <summary>
                {t('corrective-action:answer-by', {
                  name: answer.submittedBy,
                  when: formatInstant(answer.submittedAt),
                })}
              </summary>
              <AnswerRead answer={answer} action={action} />
            </details>
          ))}
        </MatterSection>
      )}
    </>
  );
}

interface AnswerReadProps {
  readonly answer: ActionAnswer;
  readonly action: ActionDetails;
}

function AnswerRead({ answer, action }: AnswerReadProps) {
  const { t } = useMessages();
  const { cause, correction, plan, evidenceIds } = answer.content;
  const proofs = action.evidence.proofs.filter(({ evidenceId }) => evidenceIds.includes(evidenceId));
  return (
    <div className="answer-read">
      <Outcome answer={answer} />
      <h3>1. {t('corrective-action:cause')}</h3>
      <p>{cause}</p>
      <h3>2. {t('corrective-action:correction')}</h3>
      <p>{correction}</p>
      <h3>3. {t('corrective-action:plan')}</h3>
      <table className="kc-table">
        <thead>
          <tr>
            <th scope="col">{t('corrective-action:task')}</th>
            <th scope="col">{t('corrective-action:person')}</th>
            <th scope="col">{t('corrective-action:due-on')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.map(({ task, person, dueOn }) => (
            <tr key={`${task} ${person}`}>
              <td data-title={t('corrective-action:task')}>{task}</td>
              <td data-title={t('corrective-action:person')}>{person}</td>
              <td data-title={t('corrective-action:due-on')}>{dueOn ? formatDate(dueOn) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>4. {t('corrective-action:proof')}</h3>
      <PhotoStrip photos={proofs} />
    </div>
  );
}

function Outcome({ answer }: { readonly answer: ActionAnswer }) {
  const { t } = useMessages();
  const { outcome, outcomeReason, outcomeAt } = answer;
  if (outcome === null) return null;
  return (
    <p>
      <State tone={outcome === 'accepted' ? 'done' : 'soon'} icon={outcome === 'accepted' ? 'done' : 'undo'}>
        {t(
          outcome === 'accepted'
            ? 'corrective-action:outcome-accepted'
            : 'corrective-action:outcome-returned',
        )}
        {outcomeAt && ` ${formatInstant(outcomeAt)}`}
        {outcomeReason && `: ${outcomeReason}`}
      </State>
    </p>
  );
}
