import { accountRoute } from './account-page.tsx';
import { accountsRoute } from './accounts-page.tsx';
import { createAccountRoute } from './create-account-page.tsx';
import { importUsersRoute } from './import-users-page.tsx';
import { secondFactorRoute } from './second-factor-route.ts';

/** The places of an administrator; signing in and one's own password stand apart. */
export const accessRoutes = [
  accountsRoute,
  createAccountRoute,
  importUsersRoute,
  accountRoute,
  secondFactorRoute,
] as const;
