import { Matter } from '@kycuong/ui/console/matter.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { holdsAny, useAccount } from '../../session.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { ActionStateWord, severityKeys } from '../../states/action-state.tsx';
import { ActionClocks } from './action-clocks.tsx';
import { ActionFacts } from './action-facts.tsx';
import { AnswerForm, answerFormId } from './answer-form.tsx';
import { AnswersRead } from './answers-read.tsx';
import './corrective-action.css';

export const correctiveActionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/corrective-actions/$actionId',
  component: ActionPage,
});

function ActionPage() {
  const { t } = useMessages();
  const account = useAccount();
  const { actionId } = correctiveActionRoute.useParams();
  const { data: action } = useSuspenseQuery(trpc.correctiveAction.get.queryOptions({ actionId }));
  const agency = holdsAny(account, ['agency-head']);
  return (
    <>
      <PageHeader
        crumb={
          <Link to="/corrective-actions">
            {t(agency ? 'corrective-action:title-agency' : 'corrective-action:title')}
          </Link>
        }
        here={action.code}
        title={action.title}
        tags={
          <>
            <ActionStateWord tag status={action.status} />
            <Tag>{t('corrective-action:severity-of', { severity: t(severityKeys[action.severity]) })}</Tag>
            {!agency && <Tag>{action.unit.name}</Tag>}
          </>
        }
        acts={
          action.acts.answer && (
            <span className="answer-send">
              <Button kind="main" icon="send" type="submit" form={answerFormId}>
                {t('corrective-action:send')}
              </Button>
            </span>
          )
        }
      />
      <ActionClocks action={action} />
      <Matter facts={<ActionFacts action={action} />}>
        {action.acts.answer && <AnswerForm key={actionId} action={action} />}
        <AnswersRead action={action} />
      </Matter>
    </>
  );
}
