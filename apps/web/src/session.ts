import type { Actor } from '@kycuong/domain/access/actor.ts';
import { type Action, can } from '@kycuong/domain/access/permission.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { createContext, useContext } from 'react';
import { trpc } from './api.ts';

export type Session = inferOutput<typeof trpc.access.session>;
export type Account = NonNullable<Session['account']>;

export const sessionQuery = trpc.access.session.queryOptions(undefined, { staleTime: 5 * 60_000 });

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whose page it is, as the shell knows them: also while they are asked to sign in again over it. */
export const AccountContext = createContext<Account | null>(null);

/** The person whose page it is; only below the shell, which shows nothing to strangers. */
export function useAccount(): Account {
  const account = useContext(AccountContext);
  if (account === null) throw new Error('Nobody is signed in');
  return account;
}

/** Holds one of the roles somewhere: which screens are of use to a person, and in whose words. What may be done is asked of the server. */
export function holdsAny(account: Account, roles: readonly Role[]): boolean {
  return account.grants.some(({ role }) => roles.includes(role));
}

function actorOf({ id, fullName, unit, grants }: Account): Actor {
  return { accountId: id, name: fullName, unitId: unit?.id ?? null, grants };
}

/** Whether the person may do it to the whole system: the calendar, the register of units. */
export function mayDo(account: Account, action: Action): boolean {
  return can(actorOf(account), action, wholeSystem);
}

/** Whether there is a unit over which the person may do it. To which thing, the server is asked. */
export function mayDoSomewhere(account: Account, action: Action): boolean {
  return account.grants.some(({ unitId }) =>
    can(actorOf(account), action, { coveredBy: unitId === null ? [] : [unitId] }),
  );
}
