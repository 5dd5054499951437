import { useSuspenseQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { queryClient } from '../../api.ts';
import { useOpened } from '../../decision/use-opened.ts';
import { shellRoute } from '../../shell/shell-route.tsx';
import { actionQuery } from './action-query.ts';
import { AnswerPage } from './answer-page.tsx';
import { ReviewPage } from './review-page.tsx';
import './corrective-action.css';

export const correctiveActionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/corrective-actions/$actionId',
  loader: ({ params }) => queryClient.ensureQueryData(actionQuery(params.actionId)),
  component: ActionPage,
});

/** The same matter for who answers and for who reads or judges; what may be done is what the server allows. */
function ActionPage() {
  const { actionId } = correctiveActionRoute.useParams();
  const { data: action } = useSuspenseQuery(actionQuery(actionId));
  const { thing: open, isOvertaken, letGo } = useOpened(actionId, action.acts.answer || undefined);
  return open ? (
    <AnswerPage key={actionId} action={action} isOvertaken={isOvertaken} onLeave={letGo} />
  ) : (
    <ReviewPage key={actionId} action={action} />
  );
}
