import type { FunctionComponent } from 'react';
import { type Account, useAccount } from '../session.ts';
import { NotAllowed } from './not-allowed.tsx';

/** A page reached by its address is shown only to whom the permission table lets do what it is for. */
export function guarded(may: (account: Account) => boolean, Page: FunctionComponent): FunctionComponent {
  return function Guarded() {
    return may(useAccount()) ? <Page /> : <NotAllowed />;
  };
}
