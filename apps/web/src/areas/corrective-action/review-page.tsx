import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { WorkHead } from '@kycuong/ui/console/matter.tsx';
import { formatDate, formatInstant, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangedNotice } from '../../decision/changed-notice.tsx';
import { Overtaken } from '../../decision/overtaken.tsx';
import { useOpened } from '../../decision/use-opened.ts';
import { holdsAny, useAccount } from '../../session.ts';
import { ActionHead } from './action-head.tsx';
import { ActionMatter, usePhone } from './action-matter.tsx';
import { actionQuery, type ShownAction } from './action-query.ts';
import { AnswerView } from './answer-view.tsx';
import { EarlierAnswers } from './earlier-answers.tsx';
import { AcceptForm, ReturnForm } from './judge-form.tsx';
import { useOffice } from './use-office.ts';

interface Judging {
  readonly act: 'accept' | 'return';
  readonly answerId: string;
}

/** The matter for who reads it, and for who judges the answer: only acts that the server would take are shown. */
export function ReviewPage({ action }: { readonly action: ShownAction }) {
  const { t } = useMessages();
  const phone = usePhone();
  const [judging, judge] = useState<Judging | null>(null);
  const { acts, actionId } = action;
  const standing = action.answers.find(({ outcome, sentTwice }) => outcome !== 'returned' && !sentTwice);
  const planDue =
    standing?.content.plan
      .map(({ dueOn }) => dueOn ?? '')
      .toSorted()
      .at(-1) || null;
  const waiting = standing?.outcome === null ? standing : undefined;
  const begin = (act: Judging['act']) => waiting && judge({ act, answerId: waiting.answerId });
  const mayJudge = judging !== null && acts[judging.act];
  const { thing: open, isOvertaken, letGo } = useOpened(judging?.act, mayJudge || undefined);
  const read = action.answers.find(({ answerId }) => answerId === judging?.answerId);
  const changed = judging !== null && waiting !== undefined && waiting.answerId !== judging.answerId;
  const buttons = (acts.accept || acts.return) && judging === null && (
    <>
      {acts.return && (
        <Button icon="undo" onClick={() => begin('return')}>
          {t('corrective-action:return')}
        </Button>
      )}
      {acts.accept && (
        <Button kind="main" icon="check" onClick={() => begin('accept')}>
          {t('corrective-action:accept')}
        </Button>
      )}
    </>
  );
  const cancel = () => judge(null);
  const queries = useQueryClient();
  const done = async () => {
    letGo();
    // What is shown comes first: the buttons are not back before the judgement is.
    await queries.invalidateQueries({ queryKey: actionQuery(actionId).queryKey });
    judge(null);
  };
  return (
    <>
      <ActionHead action={action} acts={!phone && buttons} />
      <ActionMatter action={action} planDue={planDue} written={null}>
        <WorkHead
          title={t('corrective-action:answer-of', { unit: action.unit.name })}
          saved={
            standing &&
            t('corrective-action:answer-by', {
              name: standing.submittedBy,
              when: formatInstant(standing.submittedAt),
            })
          }
          icon="send"
        />
        <Standing action={action} />
        {standing && <AnswerView content={standing.content} proofs={action.evidence.proofs} />}
        {changed && (
          <ChangedNotice
            title={t('corrective-action:answer-changed')}
            read={t('corrective-action:judge-new-answer')}
            onRead={() => begin(judging.act)}
          >
            {t('corrective-action:answer-changed-text')}
          </ChangedNotice>
        )}
        {isOvertaken && (
          <Overtaken>
            {read?.outcome && read.outcomeAt && (
              <p>
                {t(`corrective-action:judged-${read.outcome}`, {
                  name: read.outcomeBy ?? '',
                  when: formatInstant(read.outcomeAt),
                })}
              </p>
            )}
            {read?.outcomeReason && <p className="action-quote">{read.outcomeReason}</p>}
          </Overtaken>
        )}
        {open && judging?.act === 'accept' && (
          <AcceptForm answerId={judging.answerId} actionId={actionId} onDone={done} onCancel={cancel} />
        )}
        {open && judging?.act === 'return' && (
          <ReturnForm answerId={judging.answerId} actionId={actionId} onDone={done} onCancel={cancel} />
        )}
        <EarlierAnswers action={action} answers={action.answers} />
      </ActionMatter>
      {phone && buttons && <div className="kc-page-foot">{buttons}</div>}
    </>
  );
}

/** Where the answer stands, in words: not there, waiting, accepted. */
function Standing({ action }: { readonly action: ShownAction }) {
  const { t, language } = useMessages();
  const office = useOffice(action);
  const head = holdsAny(useAccount(), ['agency-head']);
  const { judgement, acceptedAt, acts } = action;
  const [answer] = action.answers;
  if (action.status === 'awaiting-answer')
    return (
      <EmptyState icon="pencil" title={t('corrective-action:nothing-yet')}>
        {t('corrective-action:nothing-yet-text', { date: formatWeekdayDate(action.dueOn, language) })}
      </EmptyState>
    );
  if (acceptedAt !== null)
    return (
      <Notice
        tone="done"
        title={t('corrective-action:accepted-title', {
          office,
          date: formatDate(dateInVietnam(new Date(acceptedAt))),
        })}
      >
        {answer?.outcomeReason && <p className="action-quote">{answer.outcomeReason}</p>}
      </Notice>
    );
  if (judgement === null || acts.accept) return null;
  const date = formatWeekdayDate(judgement.dueOn, language);
  return (
    <Notice
      icon="waiting"
      role="status"
      title={t(head ? 'corrective-action:sent-title' : 'corrective-action:waiting-title', { office })}
    >
      {t(head ? 'corrective-action:sent-text' : 'corrective-action:waiting-text', { office, date })}
    </Notice>
  );
}
