import { LoadingPage } from '@kycuong/ui/console/loading.tsx';
import { createRoute, redirect } from '@tanstack/react-router';
import { queryClient } from '../api.ts';
import { isClaimed } from '../page-owner.ts';
import { sessionQuery } from '../session.ts';
import { rootRoute } from './root-route.tsx';
import { Shell } from './shell.tsx';

/** Everything below needs a signed-in person; strangers go to the sign-in page and come back afterwards. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    const { account } = await queryClient.ensureQueryData(sessionQuery);
    // Over a page that is open already the sign-in comes to it, and takes nothing away.
    if (account === null && !isClaimed()) throw redirect({ to: '/sign-in', search: { from: location.href } });
  },
  component: Shell,
  pendingComponent: LoadingPage,
});
