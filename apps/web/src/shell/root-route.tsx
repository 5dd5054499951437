import { createRootRoute, Outlet } from '@tanstack/react-router';
import { OfflineBar } from './offline-bar.tsx';

export const rootRoute = createRootRoute({
  component: () => (
    <>
      <OfflineBar />
      <Outlet />
    </>
  ),
});
