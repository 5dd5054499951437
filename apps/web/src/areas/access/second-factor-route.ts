import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../shell/shell-route.tsx';

export const secondFactorRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account/second-factor',
  component: lazyRouteComponent(() => import('./second-factor-page.tsx'), 'SecondFactorPage'),
});
